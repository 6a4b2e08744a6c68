import { postcode } from '../propertyTypes/postcode.ts';
import { parseLocation } from './parseLocation.js';
import { readCountry } from './readCountry.ts';
import { readRegion } from './readRegion.ts';

export interface AddressParts {
  readonly street?: string;
  readonly unit?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postcode?: string;
  readonly country?: string;
}

const foreignPostcode = /\b([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)\b/i;
const unitLine = /^(?:apt|apartment|unit|suite|ste|room|rm|flat|lot)\b\.?\s*#?\s*\w[\w-]*$|^#\s*\w[\w-]*$/i;

/** Parts of an address written in one line, in canonical forms. The name of a venue before the street is left out. */
export function readAddress(full: string): AddressParts {
  const line = dropVenue(full.trim());
  return foreignPostcode.test(line) ? readForeign(line) : readAmerican(line);
}

function readAmerican(line: string): AddressParts {
  const lastPart = line.split(',').at(-1)?.trim() ?? '';
  const country = line.includes(',') && !/\d/.test(lastPart) && readRegion(lastPart) === null ? readCountry(lastPart) : null;
  const read = parseLocation(country === null ? line : line.slice(0, line.lastIndexOf(','))) ?? {};
  const street = [read.number, read.prefix, read.street, read.type, read.suffix].filter(Boolean).join(' ');
  const corner = [read.street1, read.type1].filter(Boolean).join(' ');
  const crossing = [read.street2, read.type2].filter(Boolean).join(' ');
  const isBox = /box/i.test(read.sec_unit_type ?? '') && read.number === undefined;
  const unit = read.sec_unit_num === undefined ? undefined : `${read.sec_unit_type ?? '#'} ${read.sec_unit_num}`;
  const zip = read.zip === undefined ? undefined : read.zip + (read.plus4 === undefined ? '' : `-${read.plus4}`);
  return present({
    street: isBox
      ? unit
      : read.number === undefined && corner !== ''
        ? `${corner} & ${crossing}`
        : read.number === undefined
          ? undefined
          : street,
    unit: isBox ? undefined : unit,
    city: read.city,
    region: read.state === undefined ? undefined : (readRegion(read.state) ?? read.state),
    postcode: zip,
    country: country ?? (zip !== undefined && read.state !== undefined ? 'US' : undefined),
  });
}

function readForeign(line: string): AddressParts {
  const code = foreignPostcode.exec(line)?.[0] ?? '';
  const cleaned = postcode.clean(code, {});
  const rest = line
    .replace(code, '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const country = rest.length > 1 ? readCountry(rest.at(-1) ?? '') : null;
  const parts = country === null ? rest : rest.slice(0, -1);
  const unit = parts.find((part) => unitLine.test(part));
  const [street, ...others] = parts.filter((part) => part !== unit);
  const isCanadian = /^[A-Z]\d[A-Z] \d/.test(cleaned.ok ? cleaned.value : '');
  const region = isCanadian ? readRegion(others.at(-1) ?? '', 'CA') : null;
  const city = region === null ? others.at(-1) : others.at(-2);
  return present({
    street,
    unit,
    city,
    region: region ?? undefined,
    postcode: cleaned.ok ? cleaned.value : undefined,
    country: country ?? (isCanadian ? 'CA' : 'GB'),
  });
}

/** `Marlow Bend Motel, 2200 Airline Dr, Kenner LA`: the street is where the number is. */
function dropVenue(line: string): string {
  const [first = '', second = ''] = line.split(',');
  return !/\d/.test(first) && /^\s*\d/.test(second) ? line.slice(line.indexOf(',') + 1).trim() : line;
}

function present(parts: { readonly [P in keyof AddressParts]: string | undefined }): AddressParts {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== ''));
}
