import type { Vocabulary } from '@linchpin/schema';
import { bundleKey, readBundleId, writeBundleId, type BundleKey } from '../../../model/bundleId.ts';
import { codeName } from '../../../model/codeName.ts';
import { linkTimes } from '../../../model/moment.ts';
import { limits } from '../../../model/paging.ts';
import { isWeak } from '../../../model/prepared.ts';
import { isTelling } from '../../../model/protection.ts';
import { sees, type Scope } from '../../../model/scope.ts';
import type { BundleView, Direction, EntityView } from '../../../model/views.ts';
import { findProtected } from './findProtected.ts';
import { chooseCaption, mergeProperties } from './mergeRecords.ts';
import type { HeldLink, HeldRecord, HeldReport, World } from './world.ts';

export interface HeldBundle {
  readonly key: BundleKey;
  readonly links: HeldLink[];
}

/** A bundle as one of its ends sees it. */
export interface Step {
  readonly bundle: HeldBundle;
  readonly other: string;
  readonly direction: Direction;
}

/** What one viewer sees of a world at one moment. Everything that is read is made of this. */
export class Sight {
  readonly records = new Map<string, HeldRecord[]>();
  /** Out of sight, of kinds that answer with a pointer. */
  readonly outside = new Map<string, HeldRecord[]>();
  readonly bundles = new Map<string, HeldBundle>();
  private readonly steps = new Map<string, Step[]>();
  private readonly protectedIds: ReadonlySet<string>;
  private readonly views = new Map<string, EntityView>();

  constructor(
    readonly world: World,
    readonly vocabulary: Vocabulary,
    readonly scope: Scope,
  ) {
    this.protectedIds = findProtected(world, scope);
    for (const held of world.reports) {
      if (!sees(scope, held.report.origin))
        for (const record of held.records)
          if (vocabulary.entityKinds.get(record.record.kind)!.answersWithPointer) push(this.outside, record.entityId, record);
      if (!this.seesReport(held)) continue;
      for (const record of held.records) push(this.records, record.entityId, record);
      for (const link of held.links) if (!this.isHidden(link)) this.join(link);
    }
  }

  seesReport({ report, isRetracted }: HeldReport): boolean {
    return !isRetracted && sees(this.scope, report.origin);
  }

  isProtected(entityId: string): boolean {
    return this.protectedIds.has(entityId);
  }

  /** Telling links of protected people are absent everywhere. */
  isHidden({ link, from, to }: HeldLink): boolean {
    return (
      isTelling(link.kind, from.record.kind, to.record.kind) && (this.isProtected(from.entityId) || this.isProtected(to.entityId))
    );
  }

  /** The visible entity that an id leads to; null when there is none. */
  find(id: string): string | null {
    const entityId = this.world.resolve(id);
    return this.records.has(entityId) ? entityId : null;
  }

  /** Visible entities that the ids lead to, each once, in the order asked. */
  findAll(ids: readonly string[]): string[] {
    return [...new Set(ids.flatMap((id) => this.find(id) ?? []))];
  }

  /** Ids that name merged-away ends, or the ends of a symmetric kind the other way round, lead to the bundle as it is now. */
  findBundle(id: string): HeldBundle | null {
    const key = readBundleId(id);
    const kind = key && this.vocabulary.linkKinds.get(key.kind);
    if (!kind) return null;
    const now = bundleKey(key.kind, this.world.resolve(key.from), this.world.resolve(key.to), kind.isSymmetric);
    return this.bundles.get(writeBundleId(now)) ?? null;
  }

  stepsOf(entityId: string): readonly Step[] {
    return this.steps.get(entityId) ?? [];
  }

  kindOf(entityId: string): string {
    return this.records.get(entityId)![0]!.record.kind;
  }

  view(entityId: string): EntityView {
    const view = this.views.get(entityId) ?? this.makeView(entityId);
    this.views.set(entityId, view);
    return view;
  }

  bundleView({ key, links }: HeldBundle): BundleView {
    const reports = [...new Set(links.map(({ report }) => report))];
    return {
      id: writeBundleId(key),
      ...key,
      links: links.length,
      reports: reports.length,
      firstSeen: least(links.map(({ link }) => linkTimes(link).start)),
      lastSeen: greatest(links.map(({ link }) => link.time)),
      agencies: [...new Set(reports.map(({ origin }) => origin.agency))].sort(),
      isWeak: reports.every(({ grade }) => isWeak(grade)),
    };
  }

  private makeView(entityId: string): EntityView {
    const records = this.records.get(entityId)!;
    const kind = this.vocabulary.entityKinds.get(this.kindOf(entityId))!;
    const isHere = this.isProtected(entityId);
    const steps = this.stepsOf(entityId);
    const bundles = steps.map(({ bundle }) => this.bundleView(bundle));
    const occurred = records.map(({ report }) => report.occurredAt?.at ?? null);
    return {
      id: entityId,
      kind: kind.kind,
      caption: isHere ? codeName(entityId) : (chooseCaption(records) ?? kind.label),
      isProtected: isHere,
      isGeneric:
        records.some(({ record }) => record.isGeneric) ||
        new Set(steps.map(({ other }) => other)).size >= limits.genericNeighbours,
      properties: isHere ? [] : mergeProperties(kind, records),
      firstSeen: least([...occurred, ...bundles.map(({ firstSeen }) => firstSeen)]),
      lastSeen: greatest([...occurred, ...bundles.map(({ lastSeen }) => lastSeen)]),
      agencies: [...new Set(records.map(({ report }) => report.origin.agency))].sort(),
      recordCount: records.length,
    };
  }

  /** A link whose ends became one entity stays evidence of its report, but joins nothing. */
  private join(held: HeldLink): void {
    const [from, to] = [held.from.entityId, held.to.entityId];
    if (from === to) return;
    const { isSymmetric } = this.vocabulary.linkKinds.get(held.link.kind)!;
    const key = bundleKey(held.link.kind, from, to, isSymmetric);
    const id = writeBundleId(key);
    const known = this.bundles.get(id);
    if (known) {
      known.links.push(held);
      return;
    }
    const bundle = { key, links: [held] };
    this.bundles.set(id, bundle);
    push(this.steps, key.from, { bundle, other: key.to, direction: isSymmetric ? 'NONE' : 'OUT' });
    push(this.steps, key.to, { bundle, other: key.from, direction: isSymmetric ? 'NONE' : 'IN' });
  }
}

export function least(times: readonly (number | null)[]): number | null {
  const said = times.filter((time) => time !== null);
  return said.length === 0 ? null : said.reduce((a, b) => Math.min(a, b));
}

export function greatest(times: readonly (number | null)[]): number | null {
  const said = times.filter((time) => time !== null);
  return said.length === 0 ? null : said.reduce((a, b) => Math.max(a, b));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
