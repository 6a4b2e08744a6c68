import type { CleanContext } from '@linchpin/schema';
import type { PropertyInput } from '../../model/reportInput.ts';

/** What a report says for all its values. */
export interface Assumptions {
  readonly country: string | undefined;
  readonly areaCode: string | undefined;
  readonly timeZone: string | undefined;
}

/** What the cleaners of one record's values may look at, and whether they looked at another value of the record. */
export class RecordContext implements CleanContext {
  readonly country: string | undefined;
  readonly areaCode: string | undefined;
  readonly timeZone: string | undefined;
  hasLooked = false;

  constructor(
    readonly assumptions: Assumptions,
    given: readonly PropertyInput[],
  ) {
    ({ country: this.country, areaCode: this.areaCode, timeZone: this.timeZone } = assumptions);
    this.sibling = (name) => {
      this.hasLooked = true;
      return given.find((property) => property.name === name)?.values[0];
    };
  }

  readonly sibling: (name: string) => string | undefined;
}
