import './chip.css';
import type { IconNode } from 'lucide';
import { Note } from './Chip.tsx';

interface PointerNoteProps {
  readonly icon: IconNode;
  readonly pointer: { readonly agency: { readonly name: string }; readonly contact: string; readonly reference: string };
}

/** Another agency holds a record: who, whom to call, under which reference. Nothing else is known. */
export function PointerNote({ icon, pointer }: PointerNoteProps) {
  return (
    <Note icon={icon}>
      <b>{pointer.agency.name}</b> holds a record.
      <br />
      {pointer.contact}, <span className="nowrap">ref. {pointer.reference}</span>
    </Note>
  );
}
