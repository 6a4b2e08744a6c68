import type { InjectOptions } from 'fastify';
import { loadDemo } from '../../../loadDemo.ts';
import { buildGraphqlSchema } from '../../buildGraphqlSchema.ts';
import { openTestService, type TestService } from '../openTestService.ts';
import type { Attack } from './attack.ts';
import { complaintsOf, lasting, type AttackAnswer } from './complaints.ts';
import type { QueryWorld } from './randomQuery.ts';

/** Words of one sealed report, which no viewer of an attack may read. */
const secrets = /zorbelwick|quuxanthia|grimmauld ferry/i;

const sealed = `mutation { submitReport(input: {
  kind: TIP, audience: "GULF-PD", outsideAudience: SEALED, narrative: "Zorbelwick was seen", officer: "Quuxanthia Officer"
  contact: "Zorbelwick desk", externalNumbers: ["ZORBELWICK-1"], cases: ["ZORBELWICK-CASE"]
  records: [
    { ref: "p", kind: PERSON, properties: [{ name: "name", values: ["Quuxanthia Zorbelwick"] }, { name: "alias", values: ["Zorbelwick"] }] }
    { ref: "n", kind: PHONE, properties: [{ name: "number", values: ["+1 504 555 0142"] }] }
    { ref: "e", kind: EMAIL, properties: [{ name: "address", values: ["quuxanthia@zorbelwick.example"] }] }
    { ref: "a", kind: ADDRESS, properties: [{ name: "full", values: ["12 Grimmauld Ferry Rd, New Orleans, LA 70112"] }] }
  ]
  links: [{ kind: USES, from: "p", to: "n" }, { kind: USES, from: "p", to: "e" }, { kind: ASSOCIATED_WITH, from: "p", to: "a" }]
}) { report { id number records { edges { node { id } } } links { edges { node { id } } } } entities { entity { id } } } }`;

interface Sealed {
  readonly submitReport: {
    readonly report: { readonly id: string; readonly number: string } & Record<'records' | 'links', Connection>;
    readonly entities: readonly { readonly entity: { readonly id: string } }[];
  };
}

interface Connection {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

export interface HostileWorld extends QueryWorld {
  readonly service: TestService;
  /** What is wrong with the answer to an attack; [] when nothing is. */
  judge(attack: Attack): Promise<string[]>;
}

/** The demo case and one sealed report, to be attacked. */
export async function openHostileWorld(): Promise<HostileWorld> {
  const service = await openTestService();
  await loadDemo(service.services);
  const ids = [...(await sealedIds(service)), ...(await someIds(service)), '', 'x', '__proto__'];
  const send = async ({ viewer, method, url, headers, body }: Attack): Promise<AttackAnswer> => {
    const named: Record<string, string> = viewer === null ? {} : { 'linchpin-demo-viewer': viewer };
    const request: InjectOptions = {
      method,
      url,
      headers: { ...headers, ...named },
      ...(method === 'POST' && { payload: body }),
    };
    const { statusCode, payload } = await service.app.inject(request);
    return { status: statusCode, text: payload };
  };
  return {
    service,
    ids,
    schema: buildGraphqlSchema(service.services.vocabulary),
    async judge(attack) {
      const first = await send(attack);
      const complaints = complaintsOf(first, secrets);
      if (attack.kind !== 'allowed') return complaints;
      const second = await send(attack);
      return lasting(first.text) === lasting(second.text) ? complaints : [...complaints, 'answers otherwise when asked again'];
    },
  };
}

async function sealedIds(service: TestService): Promise<string[]> {
  const { data, errors } = await service.ask<Sealed>(sealed, { viewer: 'investigator2' });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const { report, entities } = data.submitReport;
  const parts = [...report.records.edges, ...report.links.edges].map(({ node }) => node.id);
  return [report.id, report.number, ...parts, ...entities.map(({ entity }) => entity.id)];
}

async function someIds(service: TestService): Promise<string[]> {
  const { data } = await service.ask<{
    overlaps: { edges: { node: { entity: { id: string } } }[] };
    reports: { edges: { node: { id: string; number: string } }[] };
  }>('{ overlaps(first: 30) { edges { node { entity { id } } } } reports(first: 10) { edges { node { id number } } } }');
  const entities = data.overlaps.edges.map(({ node }) => node.entity.id);
  const reports = data.reports.edges.flatMap(({ node }) => [node.id, node.number]);
  const { data: found } = await service.ask<{ expand: { bundles: { id: string }[] } }>(
    'query ($ids: [ID!]!) { expand(ids: $ids, limit: 20) { bundles { id } } }',
    { variables: { ids: entities.slice(0, 5) } },
  );
  return [...entities, ...reports, ...found.expand.bundles.map(({ id }) => id)];
}
