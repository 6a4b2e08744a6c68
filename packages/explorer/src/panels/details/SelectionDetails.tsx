import { Expand, EyeOff, Pin, Route, X } from 'lucide';
import { selectItems } from '../../actions/actions.ts';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import { useAction } from '../../actions/useAction.ts';
import { useRecords } from '../../remote/useRecords.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { EntityIcon } from '../../ui/EntityIcon.tsx';
import { kindLook } from '../../ui/kindLooks.ts';
import { showCount } from '../../ui/showCount.ts';

/** More names than this help nobody, and a page of thousands of rows is slow. */
const mostNamed = 100;

/** Several items chosen: what can be done to all of them, and which they are. */
export function SelectionDetails({ ids }: { ids: readonly string[] }) {
  const entities = useRecords((state) => state.entities);
  const known = ids.map((id) => entities.get(id)).filter((entity) => entity !== undefined);
  return (
    <>
      <div className="side-head">
        <div className="row">
          <h2 className="panel-title">{showCount(ids.length, 'item')} chosen</h2>
          <Button
            className="end"
            look="quiet"
            isDense
            icon={X}
            iconName="Clear the choice"
            onClick={() => selectItems(tabWorkspace, [])}
          />
        </div>
        <div className="details-actions">
          <ActionButton
            action={useAction('findPath')}
            icon={Route}
            look={ids.length === 2 ? 'main' : 'other'}
            name="Find path between them"
          />
          <ActionButton action={useAction('expandAll')} icon={Expand} name="Expand" isIconOnly />
          <ActionButton action={useAction('pin')} icon={Pin} name="Pin" isIconOnly isToggle />
          <ActionButton action={useAction('hide')} icon={EyeOff} name="Hide" isIconOnly />
        </div>
      </div>
      <div className="side-body" tabIndex={0} role="group" aria-label="Items chosen">
        <section className="section">
          {known.slice(0, mostNamed).map((entity) => (
            <button key={entity.id} type="button" className="bundle-row" onClick={() => selectItems(tabWorkspace, [entity.id])}>
              <EntityIcon entity={entity} />
              <span className="clip">
                {entity.caption}
                <small>{kindLook(entity.kind).label}</small>
              </span>
              <span />
            </button>
          ))}
          {known.length > mostNamed && (
            <p className="rest">and {showCount(known.length - mostNamed, 'more item')}, all of them in the list (L)</p>
          )}
        </section>
      </div>
    </>
  );
}
