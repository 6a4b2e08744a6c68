import { useStore } from 'zustand';
import { type EntityRecord, type Records, records } from './records.ts';

export function useRecords<T>(select: (state: Records) => T): T {
  return useStore(records, select);
}

export function useEntityRecord(id: string): EntityRecord | undefined {
  return useRecords((state) => state.entities.get(id));
}
