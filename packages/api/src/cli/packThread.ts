import { answerBlocks } from '../features/ingest/importing/lines/answerBlocks.ts';
import { packReport } from '../store/embedded/write/packReport.ts';

/** For the embedded store, whose thread then has only to write. */
answerBlocks(packReport);
