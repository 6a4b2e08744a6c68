import { seeded } from '../seeded.ts';

/** A chart as the explorer keeps it in the browser (explorer/src/chart/chartKeeper.ts), and what is linked on it. */
export interface CrowdedChart {
  readonly items: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
}

interface Drawn {
  readonly kind: 'PERSON' | 'PHONE' | 'VEHICLE' | 'STAY';
  readonly ref: string;
}

const shares = ['PERSON', 'PERSON', 'PHONE', 'PHONE', 'VEHICLE', 'STAY'] as const;
const joins: Readonly<Record<string, string>> = {
  'PERSON PHONE': 'USES',
  'PERSON VEHICLE': 'DROVE',
  'PERSON STAY': 'GUEST_OF',
  'PERSON PERSON': 'KNOWS',
  'PHONE PHONE': 'CALLED',
  'PHONE STAY': 'BOOKED',
};
const apart = 90;

/** Tells a demo service of so many linked items in one report, and lays them out neighbours near each other. */
export async function submitCrowd(url: string, size: { items: number; links: number }): Promise<CrowdedChart> {
  const random = seeded(11);
  const drawn = Array.from({ length: size.items }, (_, index): Drawn => ({
    kind: shares[index % shares.length]!,
    ref: `r${index}`,
  }));
  const links = drawLinks(drawn, size.links, random.int);
  const input = {
    kind: 'OTHER',
    receivedAt: '2026-03-01T00:00:00Z',
    idempotencyKey: `crowd ${size.items} ${size.links}`,
    records: drawn.map(({ kind, ref }, index) => ({ kind, ref, properties: propertiesOf(kind, index) })),
    links,
  };
  const submitted = await submit(url, input);
  const ids = new Map(submitted.map(({ ref, entity }) => [ref, entity.id]));
  const side = Math.ceil(Math.sqrt(drawn.length));
  return {
    items: drawn.map(({ ref }, index) => ({ id: ids.get(ref)!, x: (index % side) * apart, y: Math.floor(index / side) * apart })),
    links: links.map(({ from, to }) => ({ from: ids.get(from)!, to: ids.get(to)! })),
  };
}

/** Most links are short, as within a ring; some go far. */
function drawLinks(
  drawn: readonly Drawn[],
  wanted: number,
  int: (below: number) => number,
): { kind: string; from: string; to: string }[] {
  const links = new Map<string, { kind: string; from: string; to: string }>();
  while (links.size < wanted) {
    const at = int(drawn.length);
    const to = int(20) === 0 ? int(drawn.length) : (at + 1 + int(40)) % drawn.length;
    const [one, other] = [drawn[at]!, drawn[to]!];
    const kind = joins[`${one.kind} ${other.kind}`];
    if (kind && one !== other) links.set(`${one.ref} ${other.ref}`, { kind, from: one.ref, to: other.ref });
  }
  return [...links.values()];
}

function propertiesOf(kind: Drawn['kind'], index: number): { name: string; values: string[] }[] {
  const four = String(index).padStart(4, '0');
  if (kind === 'PERSON') return [{ name: 'name', values: [`Person ${four} Benchmark`] }];
  if (kind === 'PHONE') return [{ name: 'number', values: [`+1 504 55${four.slice(0, 1)} ${four}`] }];
  if (kind === 'VEHICLE')
    return [
      { name: 'plate', values: [`BEN ${four}`] },
      { name: 'plateRegion', values: ['LA'] },
    ];
  return [{ name: 'room', values: [four] }];
}

interface Answer {
  readonly data?: { readonly submitReport: { readonly entities: readonly { ref: string; entity: { id: string } }[] } | null };
  readonly errors?: readonly { readonly message: string }[];
}

async function submit(url: string, input: unknown) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'Linchpin-Demo-Viewer': 'investigator1' },
    body: JSON.stringify({
      query: 'mutation($input: SubmitReportInput!) { submitReport(input: $input) { entities { ref entity { id } } } }',
      variables: { input },
    }),
  });
  const answer = (await response.json()) as Answer;
  if (!answer.data?.submitReport)
    throw new Error(answer.errors?.map(({ message }) => message).join('; ') ?? `HTTP ${response.status}`);
  return answer.data.submitReport.entities;
}
