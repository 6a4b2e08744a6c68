import { useQuery } from '@tanstack/react-query';
import { Bell, Expand, EyeOff, Ghost, Pin, Route, Shield, X } from 'lucide';
import { Tabs } from 'radix-ui';
import { useAction } from '../../actions/useAction.ts';
import { type EntityDetails, entityDetailsQuery } from '../../remote/entityReads.ts';
import type { EntityRecord } from '../../remote/records.ts';
import { useEntityRecord } from '../../remote/useRecords.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useKindLook } from '../../ui/kindLooks.ts';
import { showCount, showNumber } from '../../ui/showCount.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatePanel } from '../../ui/StatePanel.tsx';
import { view } from '../../view/viewState.ts';
import { EntityFacts } from './EntityFacts.tsx';
import { EntityLinks } from './EntityLinks.tsx';
import { EntityReports } from './EntityReports.tsx';
import { LinkRows } from './LinkRows.tsx';

/** One item: identity, actions, links, first and last seen, pointers, values with their sources. The same order for every kind. */
export function EntityDetailsPanel({ id }: { id: string }) {
  const query = useQuery(entityDetailsQuery(id));
  const known = useEntityRecord(id);
  const entity = query.data ?? known;
  if (query.data === null || (!entity && query.isSuccess))
    return (
      <StatePanel icon={Ghost} title="You may no longer see this item">
        Its reports are not within your sight. Hide it, or undo to go back.
      </StatePanel>
    );
  return (
    <>
      <div className="side-head">
        {entity && <Identity entity={entity} details={query.data ?? null} />}
        <ItemActions />
      </div>
      <Tabs.Root defaultValue="details" className="tabs-root">
        <Tabs.List className="tabs" aria-label="About this item">
          <Tabs.Trigger className="tab" value="details">
            Details
          </Tabs.Trigger>
          <Tabs.Trigger className="tab" value="links">
            Links <span>{entity && showNumber(entity.linkCounts.reduce((sum, count) => sum + count.links, 0))}</span>
          </Tabs.Trigger>
          <Tabs.Trigger className="tab" value="reports">
            Reports <span>{entity && showNumber(entity.recordCount)}</span>
          </Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="details" className="side-body" tabIndex={0}>
          {entity && <LinkRows entity={entity} />}
          {query.data && <EntityFacts entity={query.data} />}
          {query.isPending && <Skeleton rows={5} label="Fetching details" />}
          {query.error && (
            <Failure
              title="The details could not be fetched"
              error={query.error}
              isBusy={query.isFetching}
              onRetry={() => void query.refetch()}
            />
          )}
        </Tabs.Content>
        <Tabs.Content value="links" className="side-body" tabIndex={0}>
          <EntityLinks id={id} />
        </Tabs.Content>
        <Tabs.Content value="reports" className="side-body" tabIndex={0}>
          <EntityReports id={id} />
        </Tabs.Content>
      </Tabs.Root>
    </>
  );
}

function Identity({ entity, details }: { entity: EntityRecord; details: EntityDetails | null }) {
  const { label } = useKindLook(entity.kind);
  const places = placesOf(details);
  return (
    <div className="identity">
      <EntityIcon entity={entity} size={38} />
      <div className="grow">
        <h2>{entity.caption}</h2>
        <div className="row small second">
          {[label, ...places].join(' · ')}
          {entity.isGeneric && <Chip>generic</Chip>}
          {entity.isProtected && <Chip icon={Shield}>protected</Chip>}
        </div>
      </div>
      <Button look="quiet" isDense icon={X} iconName="Close details" onClick={() => view.setState({ panel: null })} />
    </div>
  );
}

function placesOf(details: EntityDetails | null): string[] {
  // Where a protected person was stays with the reports.
  if (details?.isProtected) return [];
  const names = details?.jurisdictions.map((one) => one.name) ?? [];
  return names.length > 2 ? [showCount(names.length, 'jurisdiction')] : names;
}

function ItemActions() {
  const pin = useAction('pin');
  return (
    <div className="details-actions">
      <ActionButton action={useAction('expand')} icon={Expand} look="main" name="Expand" />
      <ActionButton action={pin} icon={Pin} name="Pin" isIconOnly isToggle />
      <ActionButton action={useAction('hide')} icon={EyeOff} name="Hide" isIconOnly />
      <ActionButton action={useAction('findPath')} icon={Route} name="Find path from here" isIconOnly />
      <Button icon={Bell} whyNot="comes with watches and alerts">
        Watch
      </Button>
    </div>
  );
}
