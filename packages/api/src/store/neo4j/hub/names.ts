import { sees, type Origin, type Scope } from '../../../model/scope.ts';

type OriginName = Pick<Origin, 'agency' | 'audience'>;

const scopesKept = 1_000;

/** Small numbers for words that are said over and over. */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  name(number: number): string {
    return this.#names[number]!;
  }

  get size(): number {
    return this.#names.length;
  }
}

/** Origins by number, and which of them a scope sees. */
export class Origins {
  readonly #numbers = new Map<string, number>();
  readonly #origins: OriginName[] = [];
  readonly #sights = new Map<string, Uint8Array>();

  number(origin: OriginName): number {
    const name = `${origin.agency}\n${origin.audience}`;
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#origins.length);
    return this.#origins.push({ agency: origin.agency, audience: origin.audience }) - 1;
  }

  origin(number: number): OriginName {
    return this.#origins[number]!;
  }

  agency(number: number): string {
    return this.#origins[number]!.agency;
  }

  /** One byte an origin: 1 where the scope sees it. */
  sight(scope: Scope): Uint8Array {
    const known = this.#sights.get(scope.key);
    if (known?.length === this.#origins.length) return known;
    if (this.#sights.size >= scopesKept) this.#sights.clear();
    const sight = Uint8Array.from(this.#origins, (origin) => (sees(scope, origin) ? 1 : 0));
    this.#sights.set(scope.key, sight);
    return sight;
  }
}
