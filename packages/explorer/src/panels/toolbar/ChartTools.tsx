import './chartTools.css';
import {
  Group,
  Hand,
  History,
  List,
  Maximize,
  Minus,
  MousePointer2,
  Plus,
  Redo2,
  Route,
  Search,
  SquareDashedMousePointer,
  Undo2,
} from 'lucide';
import { useStore } from 'zustand';
import { useAction } from '../../actions/useAction.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { type Tool, view } from '../../view/viewState.ts';
import { ArrangeMenu } from './ArrangeMenu.tsx';

/** What can be done to the chart as a whole, floating on the canvas. */
export function ChartTools({ onFind }: { onFind(): void }) {
  const zoom = useStore(view, (state) => state.viewport.zoom);
  return (
    <div className="chart-tools" role="toolbar" aria-label="Chart tools">
      <div className="tool-bar">
        <ActionButton action={useAction('undo')} icon={Undo2} look="quiet" name="Undo" isIconOnly />
        <ActionButton action={useAction('redo')} icon={Redo2} look="quiet" name="Redo" isIconOnly />
        <i className="wide-only" />
        <ActionButton
          action={useAction('history')}
          icon={History}
          look="quiet"
          name="History"
          isToggle
          className="wide-only labelled"
        />
      </div>
      <div className="tool-bar wide-only">
        <ToolButton tool="pointer" icon={MousePointer2} name="Select" keys="V" />
        <ToolButton tool="box" icon={SquareDashedMousePointer} name="Select by box" keys="B" />
        <ToolButton tool="hand" icon={Hand} name="Move the canvas" keys="M" />
        <i />
        <ArrangeMenu />
        <Button look="quiet" icon={Group} whyNot="comes with groups" className="labelled">
          Group
        </Button>
        <ActionButton action={useAction('findPath')} icon={Route} look="quiet" name="Find path" className="labelled" />
      </div>
      <span className="grow" />
      <div className="tool-bar wide-only">
        <Button look="quiet" icon={Search} iconName="Find on this chart" keys="/" onClick={onFind} />
      </div>
      <div className="tool-bar wide-only">
        <ActionButton action={useAction('zoomOut')} icon={Minus} look="quiet" name="Zoom out" isIconOnly />
        <span className="zoom small second figures">{Math.round(zoom * 100)} %</span>
        <ActionButton action={useAction('zoomIn')} icon={Plus} look="quiet" name="Zoom in" isIconOnly />
        <ActionButton action={useAction('fit')} icon={Maximize} look="quiet" name="Fit chart" isIconOnly />
      </div>
      <div className="tool-bar">
        <ActionButton action={useAction('list')} icon={List} look="quiet" name="List" isToggle className="labelled" />
      </div>
    </div>
  );
}

function ToolButton({ tool, icon, name, keys }: { tool: Tool; icon: typeof Hand; name: string; keys: string }) {
  const chosen = useStore(view, (state) => state.tool);
  return (
    <Button
      look="quiet"
      icon={icon}
      iconName={name}
      keys={keys}
      aria-pressed={chosen === tool}
      onClick={() => view.setState({ tool })}
    />
  );
}
