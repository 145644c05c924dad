// The calls of docs/tour.md, made by the client that was generated from the contract.
import {
  Configuration,
  CoverageApi,
  EvidenceGrade,
  LedgerApi,
  NewStatement,
  NewTokenRoleEnum,
  PlaceOfEmployment,
  PledgesApi,
  Position,
  PositionsApi,
  Purpose,
  Releasability,
  ResponseError,
  Rung,
  State,
  TokensApi,
} from "./client/index";

declare const process: { argv: string[]; exit(code: number): never };

const [address, token] = process.argv.slice(2);
const day = new Date("2026-07-31");

function as(accessToken?: string): Configuration {
  return new Configuration({ basePath: address, accessToken });
}

const nobody = as();
const secretariat = as(token);

function check(holds: boolean, seen: unknown): void {
  if (!holds) {
    throw new Error("not so: " + JSON.stringify(seen));
  }
}

async function failure(call: Promise<unknown>): Promise<Response> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ResponseError) {
      return error.response;
    }
    throw error;
  }
  throw new Error("this is answered");
}

function said(on: string): NewStatement {
  return {
    saidOn: new Date(on),
    evidence: EvidenceGrade.Official,
    source: { title: "A statement made up for this tour" },
  };
}

async function readsCoverage(): Promise<void> {
  const api = new CoverageApi(nobody);
  const today = await api.getCoverage();
  check(today.requirements.length === 6, today);
  const reported = await api.getCoverage({ validAt: day, evidence: EvidenceGrade.Reported, explain: true });
  const land = reported.requirements[0];
  check((land.counted?.high ?? 0) >= 13950, land.counted);
  check((land.trace?.length ?? 0) > 0, land);
  const assumed = await api.getCoverage({ validAt: day, assume: "AFTER_CEASEFIRE" });
  check(assumed.requirements[0].counted?.high === null, assumed.requirements[0].counted);
}

async function readsTheRecord(): Promise<void> {
  const positions = await new PositionsApi(nobody).listPositions({ validAt: day });
  check(positions.items.length > 30, positions.items.length);
  const api = new PledgesApi(nobody);
  const found = await api.listPledges({ reference: "EST-land-company" });
  const company = await api.getPledge({ id: found.items[0].id });
  check(company.terms.amount !== null && company.terms.amount.low === null, company.terms);
  check("amount" in company.terms.basis, company.terms.basis);
  const page = await api.listPledges({ limit: 2 });
  check(page.items.length === 2 && page.next !== null, page.next);
}

async function writes(): Promise<string> {
  const api = new PledgesApi(secretariat);
  const opened = await api.openPledge({
    newPledge: {
      allies: ["NOR"],
      capability: "LAND_FORCES",
      purpose: Purpose.GuaranteeForce,
      title: "Tour: a battalion",
      statement: {
        ...said("2026-06-01"),
        position: Position.Pledged,
        amount: { low: 1, high: 1, unit: "battalion" },
        place: PlaceOfEmployment.InUkraine,
        conditions: ["AFTER_CEASEFIRE"],
      },
    },
  });
  check(opened.terms.amounts.pLEDGED.low === 300, opened.terms.amounts);
  await api.addStatement({
    id: opened.id,
    newStatement: { ...said("2026-06-15"), committed: { low: 400, high: 400, unit: "troops" } },
  });
  const next = await api.getPledge({ id: opened.id });
  check(next.terms.rung === Rung.Committed, next.terms);
  return opened.id;
}

async function writesOnlyWhatItHasRead(id: string): Promise<void> {
  const api = new PledgesApi(secretariat);
  const list = await api.listStatementsRaw({ id });
  const tag = list.raw.headers.get("ETag") ?? "";
  check((await failure(api.listStatements({ id, ifNoneMatch: tag }))).status === 304, tag);
  const newStatement = { ...said("2026-06-20"), allocated: { unit: "troops" } };
  await api.addStatement({ id, newStatement, ifMatch: tag });
  check((await failure(api.addStatement({ id, newStatement, ifMatch: tag }))).status === 412, tag);
}

async function repeatsSafely(id: string): Promise<void> {
  const api = new PledgesApi(secretariat);
  const idempotencyKey = "tour-" + Date.now();
  const newStatement = { ...said("2026-07-01"), inPlace: { low: 50, high: 50, unit: "troops" } };
  const first = await api.addStatement({ id, newStatement, idempotencyKey });
  const second = await api.addStatement({ id, newStatement, idempotencyKey });
  check(first.id === second.id, [first, second]);
}

async function isToldEveryFault(id: string): Promise<void> {
  const newStatement = { ...said("2026-07-01"), amount: { low: 9, high: 3, unit: "troop" } };
  const refused = await failure(new PledgesApi(secretariat).addStatement({ id, newStatement }));
  const problem = await refused.json();
  check(refused.status === 400 && problem.errors.length > 0, problem);
}

async function readsThroughTime(): Promise<void> {
  const api = new CoverageApi(nobody);
  const evidence = EvidenceGrade.Reported;
  const history = await api.getHistory({ from: new Date("2025-01-01"), to: day, evidence });
  check(history.requirements[0].segments.length > 1, history);
  const changes = await api.getChanges({ from: "2025-01-01", to: "2026-07-31", evidence });
  check(changes.requirements[0].steps.length > 0, changes);
  const timeline = await api.getTimeline({
    from: new Date("2026-08-01"),
    to: new Date("2027-12-31"),
    rotation: 3,
  });
  check(timeline.requirements[0].poolNeeded === 60000, timeline.requirements[0]);
  const marginals = await api.getMarginals({ validAt: day, evidence });
  check(marginals.requirements.length > 0, marginals);
}

async function asksWhatIf(): Promise<void> {
  const answer = await new CoverageApi(nobody).askWhatIf({
    newWhatIf: {
      pledges: [
        {
          allies: ["POL"],
          capability: "LAND_FORCES",
          purpose: Purpose.GuaranteeForce,
          title: "Only supposed",
          statement: {
            position: Position.Pledged,
            amount: { low: 1, high: 1, unit: "brigade" },
            place: PlaceOfEmployment.InUkraine,
          },
        },
      ],
      conditions: [{ code: "AFTER_CEASEFIRE", state: State.Met }],
      without: ["EST"],
    },
  });
  check(answer.difference.length > 0, answer.difference);
}

async function readsTheLedger(id: string): Promise<void> {
  const api = new PledgesApi(nobody);
  const first = (await api.listStatements({ id })).items[0];
  check(first.recordedAt instanceof Date, first);
  const before = await api.getPledge({ id, knownAt: first.recordedAt });
  check(before.terms.rung === Rung.Pledged, before.terms);
  const events = await new LedgerApi(nobody).listEvents({ limit: 2 });
  check(events.items.length === 2 && events.next.length > 0, events);
  const whole = await new LedgerApi(secretariat).verifyLedger();
  check(whole.verified, whole);
}

async function seesWhatItMay(id: string): Promise<void> {
  const tokens = new TokensApi(secretariat);
  const delegate = await tokens.issueToken({
    newToken: { role: NewTokenRoleEnum.Delegate, ally: "NOR", days: 1 },
  });
  const reader = await tokens.issueToken({ newToken: { role: NewTokenRoleEnum.Reader, days: 1 } });
  const recorded = await new PledgesApi(as(delegate.token)).addStatement({
    id,
    newStatement: {
      ...said("2026-07-02"),
      amount: { low: 800, high: 900, unit: "troops" },
      releasability: Releasability.Coalition,
    },
  });
  check(recorded.recordedBy === "delegate:NOR", recorded);
  const read = await new PledgesApi(as(reader.token)).getPledge({ id });
  check(read.terms.amount?.high === 900, read.terms);
  const told = await new PledgesApi(nobody).getPledge({ id });
  check(told.terms.amount?.high === 1, told.terms);
}

async function tour(): Promise<void> {
  await readsCoverage();
  await readsTheRecord();
  const id = await writes();
  await writesOnlyWhatItHasRead(id);
  await repeatsSafely(id);
  await isToldEveryFault(id);
  await readsThroughTime();
  await asksWhatIf();
  await readsTheLedger(id);
  await seesWhatItMay(id);
  console.log("the tour is done");
}

tour().catch((error) => {
  console.error(error);
  process.exit(1);
});
