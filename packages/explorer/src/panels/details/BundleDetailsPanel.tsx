import { useInfiniteQuery } from '@tanstack/react-query';
import { Ghost, Link2, X } from 'lucide';
import { selectItems } from '../../actions/actions.ts';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import { bundleEvidenceQuery } from '../../remote/entityReads.ts';
import { linkWords } from '../../remote/linkWords.ts';
import type { EntityRecord } from '../../remote/records.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { kindLook } from '../../ui/kindLooks.ts';
import { showCount } from '../../ui/showCount.ts';
import { showDays } from '../../ui/showTime.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatePanel } from '../../ui/StatePanel.tsx';
import { view } from '../../view/viewState.ts';
import { EvidenceRow } from './EvidenceRow.tsx';

/** A link chosen on the chart: its two ends, and every single link with the report that says it. */
export function BundleDetailsPanel({ id }: { id: string }) {
  const query = useInfiniteQuery(bundleEvidenceQuery(id));
  const bundle = query.data?.pages[0];
  if (query.isPending) return <Skeleton rows={6} label="Fetching the link" />;
  if (query.error)
    return (
      <Failure
        title="The link could not be fetched"
        error={query.error}
        isBusy={query.isFetching}
        onRetry={() => void query.refetch()}
      />
    );
  if (!bundle)
    return (
      <StatePanel icon={Ghost} title="You may no longer see this link">
        Its reports are not within your sight.
      </StatePanel>
    );
  const evidence = query.data.pages.flatMap((page) => page?.evidence.edges.map((edge) => edge.node) ?? []);
  return (
    <>
      <div className="side-head">
        <div className="identity">
          <Icon node={Link2} size={20} />
          <div className="grow">
            <h2 className="panel-title">{linkWords(bundle.kind, 'OUT')}</h2>
            <div className="row small second">
              {showCount(bundle.links, 'link')} · {showDays(bundle.firstSeen, bundle.lastSeen)}
              {bundle.isInferred && <Chip>inferred</Chip>}
            </div>
          </div>
          <Button
            look="quiet"
            isDense
            icon={X}
            iconName="Close details"
            onClick={() => view.setState({ selectedBundle: null })}
          />
        </div>
      </div>
      <div className="side-body" tabIndex={0} role="group" aria-label="Link">
        <section className="section ends" aria-label="Between">
          {[bundle.fromEntity, bundle.toEntity].map((end, index) => end && <End key={index} entity={end} />)}
        </section>
        <section className="section" aria-label="Reports behind this link">
          <h3>
            What reports say<span className="end">{showCount(bundle.evidence.totalCount, 'link')}</span>
          </h3>
          {evidence.map((link) => (
            <EvidenceRow key={link.id} kind={bundle.kind} link={link} />
          ))}
          {query.hasNextPage && (
            <Button isDense isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              Show more
            </Button>
          )}
        </section>
      </div>
    </>
  );
}

function End({ entity }: { entity: EntityRecord }) {
  return (
    <button type="button" className="bundle-row" onClick={() => selectItems(tabWorkspace, [entity.id])}>
      <EntityIcon entity={entity} />
      <span className="clip strong">
        {entity.caption}
        <small>{kindLook(entity.kind).label}</small>
      </span>
      <span />
    </button>
  );
}
