/** Says on standard error how far it is, how fast and how long it takes yet. */
export interface ProgressLine {
  show(done: number, of: number): void;
  end(): void;
}

const every = { terminal: 200, log: 5_000 };

/** @param what `rows imported`; done and of are counted in `unit` @param stream standard error, or a fake */
export function showProgress(
  what: string,
  unit: { readonly name: string; readonly size: number },
  stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'> = process.stderr,
): ProgressLine {
  const pause = stream.isTTY ? every.terminal : every.log;
  let started = 0;
  let last = 0;
  let isOpen = false;
  return {
    show(done, of) {
      const now = Date.now();
      if (started === 0) started = last = now;
      if (now - last < pause) return;
      last = now;
      const text = describeProgress({ what, unit, done, of, seconds: (now - started) / 1_000 });
      isOpen = stream.isTTY;
      stream.write(stream.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
    },
    end() {
      if (isOpen) stream.write('\r\u001b[K');
      isOpen = false;
    },
  };
}

export function describeProgress(at: {
  readonly what: string;
  readonly unit: { readonly name: string; readonly size: number };
  readonly done: number;
  readonly of: number;
  readonly seconds: number;
}): string {
  const number = (n: number): string => Math.round(n / at.unit.size).toLocaleString('en-US');
  const perSecond = at.seconds > 0 ? at.done / at.seconds : 0;
  const left = perSecond > 0 ? Math.ceil(Math.max(0, at.of - at.done) / perSecond) : null;
  const time = left === null ? '' : `, ${left < 90 ? `${left} s` : `${Math.ceil(left / 60)} min`} left`;
  return `${at.what}: ${number(at.done)} of ${number(at.of)} ${at.unit.name}, ${number(perSecond)} ${at.unit.name}/s${time}`;
}
