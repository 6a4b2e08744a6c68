import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { perform } from '../../gate/perform.ts';
import type { GraphqlContext } from '../../graphql/graphqlContext.ts';
import { forgetLoaded } from '../../graphql/loadOne.ts';
import { RetractReportPayloadType, SubmitReportPayloadType } from '../../graphql/submissionTypes.ts';
import { RetractReportInputType, SubmitReportInputType } from './ingest.inputs.ts';
import { readSubmitted } from './readSubmitted.ts';
import { retractReport } from './retractReport.ts';
import { submitReport } from './submitReport.ts';

/** Evidence in, and back out. */
@Resolver()
export class IngestResolver {
  @Mutation(() => SubmitReportPayloadType, {
    nullable: true,
    description: 'Takes in one report of your own agency. Answers after it is safely stored.',
  })
  async submitReport(
    @Arg('input', () => SubmitReportInputType, { description: 'The report.' }) input: SubmitReportInputType,
    @Ctx() { request, present }: GraphqlContext,
  ): Promise<object> {
    const { number, isNew, entities } = await perform(request, submitReport, input);
    forgetLoaded(request);
    const read = await perform(request, readSubmitted, { number, entityIds: entities.map(({ entityId }) => entityId) });
    const shown = entities.flatMap(({ ref }, index) => {
      const view = read.entities[index];
      return view ? [{ ref, entity: present(view) }] : [];
    });
    return { report: read.report, entities: shown, isNew };
  }

  @Mutation(() => RetractReportPayloadType, {
    nullable: true,
    description: 'Takes a report of your own agency back: its records and links go, a tombstone stays.',
  })
  async retractReport(
    @Arg('input', () => RetractReportInputType, { description: 'Which, and why.' }) input: RetractReportInputType,
    @Ctx() { request }: GraphqlContext,
  ): Promise<object> {
    const { number } = await perform(request, retractReport, input);
    forgetLoaded(request);
    const { report } = await perform(request, readSubmitted, { number, entityIds: [] });
    return { report };
  }
}
