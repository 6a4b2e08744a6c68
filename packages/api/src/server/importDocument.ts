/** How the command line hands a report to a running server. */
export const importDocument =
  'mutation ImportReport($input: SubmitReportInput!) { submitReport(input: $input) { isNew entities { entity { id kind } } } }';
