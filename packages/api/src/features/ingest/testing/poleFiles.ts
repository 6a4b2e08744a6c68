import { csv } from './filesOnDisk.ts';

type Rows = readonly (readonly (string | number)[])[];

const nodeHeaders = {
  Area: ':ID,areaCode,:LABEL',
  Crime: ':ID,date,id,type,last_outcome,note,charge,:LABEL',
  Email: ':ID,email_address,:LABEL',
  Location: ':ID,latitude:double,postcode,longitude:double,address,:LABEL',
  Object: ':ID,description,id,type,:LABEL',
  Officer: ':ID,badge_no,rank,name,surname,:LABEL',
  Person: ':ID,surname,nhs_no,name,age,:LABEL',
  Phone: ':ID,phoneNo,:LABEL',
  PhoneCall: ':ID,call_duration,call_time,call_date,call_type,:LABEL',
  PostCode: ':ID,code,:LABEL',
  Vehicle: ':ID,model,reg,make,year,:LABEL',
} as const;

/** Few rows in the shape of the POLE example: a burglary and an idle case, four people, two phones that call each other. */
const nodes: Readonly<Record<keyof typeof nodeHeaders, Rows>> = {
  Area: [
    [1, 'WN3'],
    [2, 'OL1'],
  ],
  Crime: [
    [10, '24/08/2017', 'a1', 'Burglary', 'Under investigation', 'window', 'Burglary'],
    [11, '5/08/2017', 'b2', 'Drugs', 'Investigation complete', '', ''],
  ],
  Email: [[20, 'ada@example.org']],
  Location: [
    [30, '53.5', 'WN3 4NL', '-2.6', '178 Polding Street'],
    [31, '53.6', 'OL1 3HA', '-2.1', '6 Gypsy Lane'],
    [32, '53.7', 'OL1 3HA', '-2.2', '8 Gypsy Lane'],
  ],
  Object: [
    [40, 'Crowbar', 'x9', 'Evidence'],
    [41, 'Torch', '', 'Evidence'],
  ],
  Officer: [[50, '80-1', 'Sergeant', 'Sophronia', 'Lineen']],
  Person: [
    [60, 'Hamilton', '117-66-8129', 'Todd', ''],
    [61, 'Hamilton', '991-70-5333', 'Ada', ''],
    [62, 'Marsh', '548-59-5017', 'Kim', '12'],
    [63, 'Marsh', '548-59-5018', 'Jo', ''],
  ],
  Phone: [
    [70, '0-(070)893-3322'],
    [71, '5-(997)640-5104'],
  ],
  PhoneCall: [
    [80, 38, '00:32', '04/08/2017', 'CALL'],
    [81, 12, '23:10', '4/08/2017', 'CALL'],
    [82, 1, '14:44', '04/08/2017', 'SMS'],
    [83, 5, '09:00', '05/08/2017', 'CALL'],
  ],
  PostCode: [
    [90, 'WN3 4NL'],
    [91, 'OL1 3HA'],
  ],
  Vehicle: [
    [95, 'Coupe', 'RY52 APF', 'Audi', '2005'],
    [96, 'Transit', 'RH42 TAB', 'Ford', '1992'],
  ],
};

const relationships: Readonly<Record<string, Rows>> = {
  CALLED: [
    [80, 71],
    [81, 71],
    [82, 71],
    [83, 70],
  ],
  CALLER: [
    [80, 70],
    [81, 70],
    [82, 70],
    [83, 71],
  ],
  CURRENT_ADDRESS: [
    [60, 30],
    [61, 30],
  ],
  FAMILY_REL: [[60, 61, 'SIBLING']],
  HAS_EMAIL: [[61, 20]],
  HAS_PHONE: [
    [60, 70],
    [61, 71],
  ],
  HAS_POSTCODE: [
    [30, 90],
    [31, 91],
    [32, 91],
  ],
  INVESTIGATED_BY: [
    [10, 50],
    [11, 50],
  ],
  INVOLVED_IN: [
    [40, 10],
    [41, 10],
    [95, 10],
  ],
  KNOWS: [[61, 63]],
  KNOWS_LW: [[60, 63]],
  KNOWS_PHONE: [[60, 61]],
  KNOWS_SN: [[62, 63]],
  LOCATION_IN_AREA: [
    [30, 1],
    [31, 2],
    [32, 2],
  ],
  OCCURRED_AT: [
    [10, 30],
    [11, 31],
  ],
  PARTY_TO: [[60, 10]],
  POSTCODE_IN_AREA: [
    [90, 1],
    [91, 2],
  ],
};

export function poleFiles(): Record<string, string> {
  const labelled = Object.entries(nodes).map(([name, rows]): [string, string] => [
    `crime-investigation.nodes.${name}.csv`,
    csv(
      nodeHeaders[name as keyof typeof nodeHeaders],
      rows.map((row) => [...row, name]),
    ),
  ]);
  const joined = Object.entries(relationships).map(([name, rows]): [string, string] => [
    `crime-investigation.relationships.${name}.csv`,
    csv(
      `:START_ID,:END_ID,:TYPE${name === 'FAMILY_REL' ? ',rel_type' : ''}`,
      rows.map(([from, to, ...more]) => [from!, to!, name, ...more]),
    ),
  ]);
  return Object.fromEntries([...labelled, ...joined]);
}
