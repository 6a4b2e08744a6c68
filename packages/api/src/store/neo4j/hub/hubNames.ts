import type { Direction } from '../../../model/views.ts';
import { directions } from './hubLinks.ts';
import { Names, Origins } from './names.ts';

/** Numbers that all hubs of one store share. */
export class HubNames {
  readonly origins = new Origins();
  readonly entityKinds = new Names();
  readonly linkKinds = new Names();

  sort(linkKind: string, direction: Direction): number {
    return this.linkKinds.number(linkKind) * 4 + directions.indexOf(direction);
  }

  linkKindOf(sort: number): string {
    return this.linkKinds.name(sort >> 2);
  }

  directionOf(sort: number): Direction {
    return directions[sort & 3]!;
  }
}
