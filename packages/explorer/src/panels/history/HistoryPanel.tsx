import './history.css';
import { CircleDot, Expand, EyeOff, type IconNode, Pin, Plus, Route, Trash2, Waypoints, X } from 'lucide';
import { useStore } from 'zustand';
import { jumpToStep } from '../../actions/actions.ts';
import { tabWorkspace } from '../../actions/tabWorkspace.ts';
import { describeStep, type Step } from '../../chart/history.ts';
import { useRecords } from '../../remote/useRecords.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { showCount } from '../../ui/showCount.ts';
import { showClock } from '../../ui/showTime.ts';
import { view } from '../../view/viewState.ts';

const icons: Record<string, IconNode> = {
  expand: Expand,
  'eye-off': EyeOff,
  pin: Pin,
  plus: Plus,
  route: Route,
  waypoints: Waypoints,
  'trash-2': Trash2,
};

/** Steps of the chart, newest first: undone ones struck through, the current one marked. A press goes there. */
export function HistoryPanel() {
  const { steps, position } = useStore(tabWorkspace.chart, (state) => state.history);
  const rows = steps.map((step, index) => ({ step, done: index + 1 })).reverse();
  return (
    <>
      <div className="side-head">
        <div className="row">
          <h2 className="panel-title">History</h2>
          <span className="small third">{showCount(steps.length, 'step')}</span>
          <Button
            className="end"
            look="quiet"
            isDense
            icon={X}
            iconName="Close history"
            onClick={() => view.setState({ panel: 'details' })}
          />
        </div>
        <p className="small second">Choose a step to go back to it. Nothing is lost until you change something.</p>
      </div>
      <ol className="side-body history" aria-label="Steps">
        {rows.map(({ step, done }) => (
          <StepRow key={step.id} step={step} state={stateOf(done, position)} onGo={() => jumpToStep(tabWorkspace, done)} />
        ))}
        <li>
          <button
            type="button"
            className="step"
            aria-current={position === 0 ? 'step' : undefined}
            onClick={() => jumpToStep(tabWorkspace, 0)}
          >
            <Icon node={Waypoints} />
            <span className="grow">Opened chart{position === 0 && <small>You are here</small>}</span>
          </button>
        </li>
      </ol>
    </>
  );
}

type StepState = 'done' | 'current' | 'undone';

function stateOf(done: number, position: number): StepState {
  if (done === position) return 'current';
  return done > position ? 'undone' : 'done';
}

function StepRow({ step, state, onGo }: { step: Step; state: StepState; onGo(): void }) {
  const entities = useRecords((records) => records.entities);
  const title = describeStep(step.words, (id) => entities.get(id)?.caption);
  const remarks = [step.words.detail, state === 'current' && 'you are here', state === 'undone' && 'Undone. Redo is available.'];
  return (
    <li>
      <button type="button" className={`step ${state}`} aria-current={state === 'current' ? 'step' : undefined} onClick={onGo}>
        <Icon node={icons[step.words.icon] ?? CircleDot} />
        <span className="grow">
          <span className="step-title">{title}</span>
          <small>{remarks.filter(Boolean).join(' · ')}</small>
        </span>
        <time className="small third figures" dateTime={new Date(step.at).toISOString()}>
          {showClock(new Date(step.at))}
        </time>
      </button>
    </li>
  );
}
