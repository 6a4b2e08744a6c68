import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { hearKeys } from '../actions/heardKeys.ts';
import { connectShell, openViewer, tabWorkspace } from '../actions/tabWorkspace.ts';
import { session } from '../remote/session.ts';
import { vocabularyQuery } from '../remote/viewerReads.ts';
import { setKindLooks } from '../ui/kindLooks.ts';
import { forgetToasts, showToast } from '../ui/toasts.ts';
import { hearSearchKey } from './hearSearchKey.ts';
import { sayBusy } from './sayBusy.ts';

/** Joins the rooms at start: what actions say becomes toasts, the viewer's chart is opened, keys are heard, kinds get their looks. */
export function useConnections(): void {
  const viewer = useStore(session, (state) => state.viewer);
  const { data: words } = useQuery(vocabularyQuery(viewer));
  useEffect(() => {
    connectShell({ say: showToast });
    const stopKeys = hearKeys(tabWorkspace, window);
    const stopSearchKey = hearSearchKey(window);
    const stopSaying = sayBusy();
    return () => {
      stopKeys();
      stopSearchKey();
      stopSaying();
    };
  }, []);
  useEffect(() => {
    // What one viewer was told is not shown to the next.
    forgetToasts();
    void openViewer(viewer);
  }, [viewer]);
  useEffect(() => {
    if (words) setKindLooks([...words.entityKinds.values()]);
  }, [words]);
}
