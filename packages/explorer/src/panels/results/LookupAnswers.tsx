import { Key } from 'lucide';
import type { PointerAnswer } from '../../remote/searchReads.ts';
import { Note } from '../../ui/Chip.tsx';
import { PointerNote } from '../../ui/PointerNote.tsx';

/** What other agencies answer to a whole identifier: a contact, nothing else. */
export function LookupAnswers({
  text,
  pointers,
  isWhole,
}: {
  text: string;
  pointers: readonly PointerAnswer[];
  isWhole: boolean;
}) {
  if (pointers.length > 0)
    return (
      <div className="results-notes" role="group" aria-label={`Agencies that hold a record of ${text}`}>
        {pointers.map((pointer) => (
          <PointerNote key={pointer.reference} icon={Key} pointer={pointer} />
        ))}
      </div>
    );
  return (
    <div className="results-notes">
      <Note icon={Key}>
        {isWhole ? (
          <>
            <b>Every agency was asked for this number.</b> Whoever holds a record and may say so answers with a contact, nothing
            else.
          </>
        ) : (
          <>
            <b>Looking for one number?</b> A whole number also asks agencies whose records you cannot open. They answer with a
            contact, nothing else.
          </>
        )}
      </Note>
    </div>
  );
}
