import { afterEach, describe, expect, it, vi } from 'vitest';
import { failWith, serve } from '../testing/serve.ts';
import { ViewerDocument } from './generated/documents.ts';
import { RemoteError } from './remoteError.ts';
import { request } from './request.ts';
import { chooseCase, chooseViewer } from './session.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  chooseViewer('investigator1');
});

const failure = async () => {
  const error: unknown = await request(ViewerDocument, {}).catch((caught: unknown) => caught);
  return error as RemoteError;
};

describe('asking the service', () => {
  it('sends viewer, case and purpose with every request', async () => {
    const calls = serve({ Viewer: () => ({ viewer: null }) });
    chooseViewer('supervisor');
    chooseCase('GTF-2026-0114', 'Court preparation');
    await request(ViewerDocument, {});
    const { headers } = calls[0]!;
    expect(headers.get('Linchpin-Demo-Viewer')).toBe('supervisor');
    expect(headers.get('Linchpin-Case')).toBe('GTF-2026-0114');
    expect(headers.get('Linchpin-Purpose')).toBe('Court preparation');
  });

  it('forgets the case when another viewer is chosen', async () => {
    const calls = serve({ Viewer: () => ({ viewer: null }) });
    chooseCase('GTF-2026-0114', 'Court preparation');
    chooseViewer('investigator2');
    await request(ViewerDocument, {});
    expect(calls[0]!.headers.get('Linchpin-Case')).toBeNull();
  });

  it('keeps a case number that no header may hold readable', async () => {
    const calls = serve({ Viewer: () => ({ viewer: null }) });
    chooseCase('Fall 7 · Süd', 'Court preparation');
    await request(ViewerDocument, {});
    expect(decodeURIComponent(calls[0]!.headers.get('Linchpin-Case')!)).toBe('Fall 7 · Süd');
  });

  it('turns an error of the service into its code, its sentence and the number of the request', async () => {
    serve({ Viewer: failWith('NOT_PERMITTED', 'An auditor reads no evidence') });
    const error = await failure();
    expect(error).toBeInstanceOf(RemoteError);
    expect({ code: error.code, message: error.message, requestId: error.requestId }).toEqual({
      code: 'NOT_PERMITTED',
      message: 'An auditor reads no evidence',
      requestId: 'r-1',
    });
  });

  it('says that the service cannot be reached when nothing answers', async () => {
    serve({});
    expect((await failure()).code).toBe('NO_CONNECTION');
  });

  it('takes the error page of a proxy for a service that is gone', async () => {
    vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect((await failure()).code).toBe('NO_CONNECTION');
  });
});
