/** "AD_CAPTURE" as people say it: "Ad capture". */
export function reportKindWord(kind: string): string {
  if (kind === 'NGO_REFERRAL') return 'NGO referral';
  if (kind === 'CYBERTIP') return 'CyberTip';
  return kind.charAt(0) + kind.slice(1).toLowerCase().replaceAll('_', ' ');
}
