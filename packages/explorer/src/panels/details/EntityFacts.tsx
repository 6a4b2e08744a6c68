import { Key, Shield } from 'lucide';
import type { EntityDetails } from '../../remote/entityReads.ts';
import { Chip, Note } from '../../ui/Chip.tsx';
import { PointerNote } from '../../ui/PointerNote.tsx';
import { showCount } from '../../ui/showCount.ts';
import { showDay } from '../../ui/showTime.ts';
import { Sources } from './Sources.tsx';

/** First and last seen, who else holds a record, and every value with who said it. */
export function EntityFacts({ entity }: { entity: EntityDetails }) {
  return (
    <>
      <section className="section" aria-label="Seen">
        <h3>Seen</h3>
        <dl>
          <Fact name="First">{entity.firstSeen ? showDay(entity.firstSeen) : 'no date'}</Fact>
          <Fact name="Last">{entity.lastSeen ? showDay(entity.lastSeen) : 'no date'}</Fact>
          <Fact name="Held by">
            {entity.agencies.map((agency) => agency.id).join(', ')}
            <div className="small third">{showCount(entity.recordCount, 'record')}</div>
          </Fact>
        </dl>
      </section>
      {entity.pointers.length > 0 && (
        <section className="section" aria-label="Held by other agencies">
          {entity.pointers.map((pointer) => (
            <PointerNote key={pointer.reference} icon={Key} pointer={pointer} />
          ))}
        </section>
      )}
      {entity.isProtected ? (
        <div className="protected-note">
          <Note tone="plain" icon={Shield}>
            <b>{entity.caption} is protected.</b> Name, birth date and place stay hidden. Speak to the case officer before any
            contact.
          </Note>
        </div>
      ) : (
        <Values entity={entity} />
      )}
    </>
  );
}

function Values({ entity }: { entity: EntityDetails }) {
  if (entity.properties.length === 0) return null;
  return (
    <section className="section" aria-label="Values">
      <h3>Values</h3>
      <dl className="values">
        {entity.properties.map((property) => (
          <Fact key={property.name} name={property.label}>
            {property.values.map((value) => (
              <div key={value.value}>
                <span className="value">{value.display}</span> {value.isUnverified && <Chip tone="warn">unverified</Chip>}
                <Sources value={value} />
              </div>
            ))}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
