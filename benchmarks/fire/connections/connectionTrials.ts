import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fireReport, type Plan } from '../clients/fireReports.ts';
import { ask } from '../clients/graphqlClient.ts';
import { keepBusy, newMemory, submit } from '../clients/submitters.ts';
import { judgeReports } from '../judge/judgeReports.ts';
import { readMemory } from '../processes/readMemory.ts';
import { startServer, type ServerProcess } from '../processes/serverProcess.ts';
import { copyTemplate } from '../processes/templateStore.ts';
import { must, type Round, type Trial } from '../rounds.ts';

/** Milliseconds; the rest is for a busy machine. */
const endsWithin = 10_000;
const slack = 4_000;
const light = { query: '{ reports(first: 1) { totalCount } }' };
/** An answer of some hundred kilobytes. */
const heavy =
  '{ reports(first: 200) { edges { node { number narrative records(first: 20) { edges { node { id properties { name values given } } } } } } } }';

async function serve(round: Round): Promise<{ readonly server: ServerProcess; readonly data: string }> {
  const data = join(round.folder, 'data');
  await copyTemplate(data);
  return { data, server: await startServer({ LINCHPIN_DATA: data, LINCHPIN_LOG: 'silent' }) };
}

async function openSocket({ address }: ServerProcess): Promise<Socket> {
  const { port } = new URL(address);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

function requestText(query: string): string {
  const body = JSON.stringify({ query });
  const head = [
    'POST /graphql HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    'linchpin-demo-viewer: investigator1',
  ];
  return `${[...head, `content-length: ${Buffer.byteLength(body)}`].join('\r\n')}\r\n\r\n${body}`;
}

/** Milliseconds of the slowest of some ordinary questions of somebody else. */
async function mustServeOthers({ address }: ServerProcess, most: number): Promise<number> {
  let slowest = 0;
  for (let times = 0; times < 20; times++) {
    const begun = Date.now();
    const { code } = await ask(address, { ...light, viewer: 'supervisor' });
    must(code === null, `an ordinary question was answered ${code}`);
    slowest = Math.max(slowest, Date.now() - begun);
  }
  must(slowest < most, `an ordinary question took ${slowest} ms`);
  return slowest;
}

/** Clients that ask for much, again and again, and never read a byte of it. */
const slowReaders: Trial = {
  name: 'slow-readers',
  async run(round) {
    const { server } = await serve(round);
    const { code, message } = await ask(server.address, { query: heavy });
    must(code === null, `the big question is answered ${code}: ${message}`);
    const before = readMemory(server.child.pid!);
    const sockets = await Promise.all(Array.from({ length: 20 }, () => openSocket(server)));
    for (const socket of sockets) {
      socket.pause();
      for (let times = 0; times < 10; times++) socket.write(requestText(heavy));
    }
    await wait(3_000);
    const slowest = await mustServeOthers(server, 10_000);
    const grown = readMemory(server.child.pid!) - before;
    must(grown < 500, `200 answers that nobody reads take ${grown} MB`);
    for (const socket of sockets) socket.destroy();
    await mustServeOthers(server, 10_000);
    return `others waited ${slowest} ms at most, memory ${grown} MB more`;
  },
};

/** Many connections that say nothing, or half a request. */
const idleConnections: Trial = {
  name: 'idle-connections',
  async run(round) {
    const { server } = await serve(round);
    await mustServeOthers(server, 10_000);
    const before = readMemory(server.child.pid!);
    const sockets = await Promise.all(Array.from({ length: 1_000 }, () => openSocket(server)));
    for (const socket of sockets.slice(500)) socket.write(requestText(heavy).slice(0, 60 + round.random.int(100)));
    await wait(500);
    const slowest = await mustServeOthers(server, 10_000);
    const grown = readMemory(server.child.pid!) - before;
    must(grown < 200, `1,000 idle connections take ${grown} MB`);
    server.child.kill('SIGTERM');
    const code = await Promise.race([server.ended, wait(endsWithin + slack, 'nothing in time', { ref: false })]);
    must(code === 0, `told to end with 1,000 connections open, it ended with ${code}: ${server.output().slice(-300)}`);
    for (const socket of sockets) socket.destroy();
    return `others waited ${slowest} ms at most, memory ${grown} MB more, ended with 0`;
  },
};

/** Told to end in the middle of work: what it was answering is answered, and it ends with 0 within 10 s. */
const toldToEnd: Trial = {
  name: 'told-to-end',
  async run(round) {
    const { server, data } = await serve(round);
    const plan: Plan = { seed: round.random.int(1 << 30), phones: 20, people: 12 };
    const memory = newMemory();
    let count = 0;
    const busy = keepBusy(12, () => {
      const nth = count++;
      return submit({ address: server.address, memory }, nth, fireReport(plan, nth));
    });
    await wait(300 + round.random.int(1_500));
    const inFlight = Promise.allSettled(Array.from({ length: 5 }, () => ask(server.address, { query: heavy })));
    await wait(round.random.int(40));
    const begun = Date.now();
    server.child.kill('SIGTERM');
    const code = await Promise.race([server.ended, wait(endsWithin + slack, 'nothing in time', { ref: false })]);
    const took = Date.now() - begun;
    must(
      code === 0 && took < endsWithin + slack,
      `told to end, it ended with ${code} after ${took} ms: ${server.output().slice(-500)}`,
    );
    await busy;
    const answered = (await inFlight).filter(({ status }) => status === 'fulfilled').length;
    const judged = await judgeReports({ store: { kind: 'embedded' }, data }, plan, memory);
    return `ended with 0 after ${took} ms, ${answered} of 5 big answers given; ${judged}`;
  },
};

export const connectionTrials: readonly Trial[] = [slowReaders, idleConnections, toldToEnd];
