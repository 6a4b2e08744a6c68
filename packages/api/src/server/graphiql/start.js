/* global GraphiQL, React, ReactDOM */
const example = `# Who asks is the header Linchpin-Demo-Viewer (below, under Headers).
query Search {
  viewer { name agency { name } }
  search(text: "504 555", first: 5) {
    totalCount
    edges { matched node { id kind caption linkCounts { linkKind entityKind neighbours } } }
  }
}
`;

const page = React.createElement(GraphiQL, {
  fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
  defaultQuery: example,
  defaultHeaders: JSON.stringify({ 'Linchpin-Demo-Viewer': 'investigator1' }, null, 2),
  defaultEditorToolsVisibility: 'headers',
});
ReactDOM.createRoot(document.getElementById('page')).render(page);
