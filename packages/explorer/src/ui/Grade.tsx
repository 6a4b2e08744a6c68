import './chip.css';
import { gradeText, gradeWords, isWeakGrade, type ShownGrade } from './gradeWords.ts';

/** Source letter and information digit in a box; dotted when weak. */
export function Grade({ grade, isLarge = false }: { grade: ShownGrade; isLarge?: boolean }) {
  const words = gradeWords(grade);
  const text = gradeText(grade);
  const label = `Grade ${text}: source ${words.source}, information ${words.information}`;
  const classes = ['grade', isWeakGrade(grade) && 'weak', isLarge && 'large'].filter(Boolean).join(' ');
  return (
    <span className={classes} role="img" aria-label={label} title={label}>
      {text}
    </span>
  );
}
