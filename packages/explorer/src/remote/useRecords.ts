import { useStore } from 'zustand';
import { type BundleRecord, type EntityRecord, type Records, records } from './records.ts';

export function useRecords<T>(select: (state: Records) => T): T {
  return useStore(records, select);
}

export function useEntityRecord(id: string): EntityRecord | undefined {
  return useRecords((state) => state.entities.get(id));
}

export function useBundleRecord(id: string): BundleRecord | undefined {
  return useRecords((state) => state.bundles.get(id));
}
