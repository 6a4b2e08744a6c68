import { openOnChart } from '../../actions/actions.ts';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';

/** Puts an entity of the report on the chart; the link beside it goes there. */
export function useOpenEntity(): (id: string) => void {
  return (id) => void openOnChart(tabWorkspace, [id]);
}
