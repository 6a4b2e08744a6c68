import { createStore } from 'zustand/vanilla';

/** Who asks, for which case and why. Sent with every request, and part of the audit trail. */
export interface Session {
  /** Name of a demo person. */
  readonly viewer: string;
  readonly caseNumber: string | null;
  readonly purpose: string;
}

export const purposes = ['Active investigation', 'Intelligence review', 'Victim identification', 'Court preparation'] as const;

const key = 'linchpin.session';
const first: Session = { viewer: 'investigator1', caseNumber: null, purpose: purposes[0] };

export const session = createStore<Session>(() => ({ ...first, ...readKept() }));

session.subscribe((state) => keep(state));

export function chooseViewer(viewer: string): void {
  session.setState({ viewer, caseNumber: null });
}

export function chooseCase(caseNumber: string | null, purpose: string): void {
  session.setState({ caseNumber, purpose });
}

/** Header values are Latin-1 at most: anything else is percent-encoded. */
export function sessionHeaders(state: Session): Record<string, string> {
  const headers: Record<string, string> = {
    'Linchpin-Demo-Viewer': state.viewer,
    'Linchpin-Purpose': encodeHeader(state.purpose),
  };
  if (state.caseNumber) headers['Linchpin-Case'] = encodeHeader(state.caseNumber);
  return headers;
}

function encodeHeader(value: string): string {
  return /^[\x20-\x7e]*$/.test(value) ? value : encodeURIComponent(value);
}

function readKept(): Partial<Session> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? pickStrings(kept as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function pickStrings(kept: Record<string, unknown>): Partial<Session> {
  const { viewer, caseNumber, purpose } = kept;
  return {
    ...(typeof viewer === 'string' && { viewer }),
    ...(typeof caseNumber === 'string' && { caseNumber }),
    ...(typeof purpose === 'string' && { purpose }),
  };
}

function keep(state: Session): void {
  try {
    localStorage.setItem(key, JSON.stringify(state));
  } catch {
    // A full or forbidden local storage costs the choice at the next reload, nothing else.
  }
}
