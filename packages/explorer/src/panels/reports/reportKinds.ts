import type { ReportKindName } from '../../remote/reportReads.ts';

/** Every kind of report once; a kind that the service adds fails to compile here. */
const known: Record<ReportKindName, true> = {
  AD_CAPTURE: true,
  ARREST: true,
  CASE_FILE: true,
  CYBERTIP: true,
  FIELD_INTERVIEW: true,
  HOTEL_REGISTRY: true,
  HOTLINE: true,
  JAIL_CALLS: true,
  NGO_REFERRAL: true,
  OTHER: true,
  PAYMENT_RECORDS: true,
  PHONE_RECORDS: true,
  PLATE_READS: true,
  TIP: true,
};

export const reportKinds = Object.keys(known) as ReportKindName[];
