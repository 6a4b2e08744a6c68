import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestService, type TestService } from './testing/openTestService.ts';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const submit = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) {
  report { number occurredAt } entities { entity { id caption properties { name values { value display } } } }
} }`;

interface Submitted {
  readonly submitReport: {
    readonly report: { readonly number: string; readonly occurredAt: string | null };
    readonly entities: readonly { readonly entity: Shown }[];
  };
}

interface Shown {
  readonly id: string;
  readonly caption: string;
  readonly properties: readonly {
    readonly name: string;
    readonly values: readonly { readonly value: string; readonly display: string }[];
  }[];
}

type Property = readonly [name: string, value: string];

const record = (kind: string, properties: readonly Property[], ref = 'r') => ({
  ref,
  kind,
  properties: properties.map(([name, value]) => ({ name, values: [value] })),
});
const send = (input: object) => service.ask<Submitted>(submit, { variables: { input: { kind: 'TIP', links: [], ...input } } });

async function captionOf(name: string): Promise<string> {
  const { data, errors } = await send({ records: [record('PERSON', [['name', name]])] });
  expect(errors).toEqual([]);
  return data.submitReport.entities[0]!.entity.caption;
}

describe('a name', () => {
  test('of 300 characters is kept and found', async () => {
    const name = `Maria ${'Magdalena '.repeat(29)}Ende`;
    expect(await captionOf(name)).toContain('Magdalena');
    const { data } = await service.ask('{ search(text: "maria ende") { totalCount } }');
    expect(data).toEqual({ search: { totalCount: 1 } });
  });

  test.each([
    ['turned by an override', 'Zoe \u202eeniL', /^[^\u202a-\u202e\u2066-\u2069]*$/],
    ['with characters that have no width', 'Ma\u200bri\ufeffa Lane', /Lane$/],
    ['with a NUL', 'Zoe\u0000 Lane', /^\P{Cc}*$/u],
    ['with half a letter', 'Zoe \ud800 Lane', /Lane$/],
    ['in four-byte letters', '𠮷野 太郎', /𠮷野/],
    ['with an emoji', 'Zoe 😀 Lane', /Lane$/],
    ['written from right to left', 'نور الهدى', /نور/],
    ['that is markup', '<img src=x onerror=alert(1)>', /./],
    ['of a million marks on one letter', `Z${'\u0301'.repeat(400)}oe`, /./],
  ])('%s is text, and can be sent on as such', async (_, name, shown) => {
    const caption = await captionOf(name);
    expect(caption).toMatch(shown);
    expect(caption.replaceAll(/[\ud800-\udfff]/gu, '\ufffd')).toBe(caption);
  });
});

describe('a report', () => {
  test.each([
    ['90', '0'],
    ['-90', '180'],
    ['90.0000', '-180'],
    ['0', '-179.9999999'],
  ])('from the pole or the date line is kept: %s, %s', async (latitude, longitude) => {
    const place: Property[] = [
      ['full', 'Ice Camp'],
      ['latitude', latitude],
      ['longitude', longitude],
    ];
    const { data, errors } = await send({ records: [record('ADDRESS', place)] });
    expect(errors).toEqual([]);
    expect(data.submitReport.entities).toHaveLength(1);
  });

  test.each([
    ['91', '0'],
    ['0', '181'],
    ['NaN', '0'],
    ['1e400', '0'],
    ['Infinity', '0'],
  ])('from no place on earth is refused, naming the place in it: %s, %s', async (latitude, longitude) => {
    const place: Property[] = [
      ['full', 'Nowhere'],
      ['latitude', latitude],
      ['longitude', longitude],
    ];
    const { errors } = await send({ records: [record('ADDRESS', place)] });
    expect(errors).toMatchObject([
      {
        extensions: {
          code: 'INVALID',
          fields: [{ path: expect.stringMatching(/^records\[0\]\.properties\[[12]\]/) as string }],
        },
      },
    ]);
  });

  test.each(['0001-01-01', '9999-12-31', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
    'of the year 1 or 9999 is kept or refused in words: %s',
    async (occurredAt) => {
      const { data, errors } = await send({
        occurredAt,
        timeZone: 'America/Chicago',
        records: [record('PHONE', [['number', '+1 504 555 0177']])],
      });
      for (const { extensions } of errors)
        expect(extensions).toMatchObject({ code: 'INVALID', fields: [{ path: 'occurredAt' }] });
      if (errors.length > 0) return;
      const { data: listed, errors: reading } = await service.ask(
        '{ reports(first: 50) { edges { node { number occurredAt } } } }',
      );
      expect(reading).toEqual([]);
      expect(JSON.stringify(listed)).toContain(data.submitReport.report.number);
    },
  );

  test('of 10,000 records is refused, naming the bound; nothing of it is kept', async () => {
    const records = Array.from({ length: 10_000 }, (_, nth) =>
      record('EMAIL', [['address', `many${nth}@example.com`]], `r${nth}`),
    );
    const many = 'mutation ($input: SubmitReportInput!) { submitReport(input: $input) { isNew } }';
    const { errors } = await service.ask(many, { variables: { input: { kind: 'TIP', links: [], records } } });
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_LARGE' } }]);
    expect(JSON.stringify(errors)).toMatch(/5,?000/);
    const { data } = await service.ask('{ lookup(kind: EMAIL, value: "many0@example.com") { entities { id } } }');
    expect(data).toEqual({ lookup: { entities: [] } });
  });
});
