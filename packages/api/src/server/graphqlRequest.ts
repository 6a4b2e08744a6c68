import { rememberDirectory } from '../gate/rememberDirectory.ts';
import { openRequest } from '../gate/requestContext.ts';
import { concreteTypes } from '../graphql/concreteTypes.ts';
import type { GraphqlContext } from '../graphql/graphqlContext.ts';
import { findRequestViewer, type Sender } from './findRequestViewer.ts';
import type { ServerOptions } from './serverOptions.ts';

const longestNote = 200;

/** Makes the context of each request: who asks, why, and the words to answer with. */
export function graphqlRequests({ services, demo }: Pick<ServerOptions, 'services' | 'demo'>) {
  const directory = rememberDirectory(services);
  const { present } = concreteTypes(services.vocabulary);
  return async (sender: Sender, requestId: string): Promise<GraphqlContext> => {
    const known = await directory();
    const request = openRequest(services, {
      requestId,
      viewer: findRequestViewer(sender, known, demo),
      legalCase: note(sender.headers['linchpin-case']),
      purpose: note(sender.headers['linchpin-purpose']),
    });
    return { request, directory: known, vocabulary: services.vocabulary, present };
  };
}

/** Why somebody asks, for the audit log: one line, cut where it is too long. */
function note(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string') return null;
  return (
    header
      .replaceAll(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, longestNote) || null
  );
}
