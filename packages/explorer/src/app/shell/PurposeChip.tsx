import { ChevronDown, FolderOpen } from 'lucide';
import { Popover } from 'radix-ui';
import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import { chooseCase, purposes, session } from '../../remote/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** The case and purpose that go into the audit trail with everything one opens. Always in sight. */
export function PurposeChip() {
  const { caseNumber, purpose } = useStore(session);
  const [isOpen, setOpen] = useState(false);
  const title = caseNumber ? `Case ${caseNumber}` : 'No case chosen';
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className="purpose" title={`${title} · Purpose: ${purpose}`}>
        <Icon node={FolderOpen} size={14} />
        <span className="unseen">Case and purpose: </span>
        <span className="clip">
          <b>{title}</b>
          <span className="purpose-words"> · Purpose: {purpose.toLowerCase()}</span>
        </span>
        <Icon node={ChevronDown} size={12} />
      </Popover.Trigger>
      <Popover.Portal container={document.querySelector('header')}>
        <Popover.Content className="popover" align="end" sideOffset={6} collisionPadding={8} aria-label="Case and purpose">
          <PurposeForm onDone={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function PurposeForm({ onDone }: { onDone(): void }) {
  const kept = useStore(session);
  const [caseNumber, setCaseNumber] = useState(kept.caseNumber ?? '');
  const [purpose, setPurpose] = useState(kept.purpose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    chooseCase(caseNumber.trim() || null, purpose);
    onDone();
  };
  return (
    <form className="purpose-form" onSubmit={submit}>
      <label>
        Case number
        <input
          className="field"
          value={caseNumber}
          onChange={(event) => setCaseNumber(event.target.value)}
          placeholder="GTF-2026-0114"
        />
      </label>
      <label>
        Purpose
        <select className="field" value={purpose} onChange={(event) => setPurpose(event.target.value)}>
          {purposes.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <p className="small third">Goes into the audit trail with everything you open.</p>
      <div className="row">
        <Button look="main" type="submit">
          Use this
        </Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
