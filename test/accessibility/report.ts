import { type Criterion, criteria, type TestName } from "./criteria.ts";

/** One test of a run, as vitest reports it. */
export interface RunTest {
  readonly file: string;
  /** The names of its groups and its own, in one line. */
  readonly name: string;
  readonly status: string;
}

/** What a run says of a criterion. That nothing was found is not that all is well. */
export type Outcome = "nothing found" | "failure found" | "not run" | "not tested";

/** The run of a test, each of its cases where it has several. */
export function testsOf({ file, title }: TestName, run: readonly RunTest[]): readonly RunTest[] {
  const literal = title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/%[sijdo]/g, ".*");
  const pattern = new RegExp(`(^| )${literal}$`);
  return run.filter((one) => one.file === file && pattern.test(one.name));
}

/** What a run says of a criterion: every test that looks at it has to have run and passed. */
export function outcomeOf({ tests, way }: Criterion, run: readonly RunTest[]): Outcome {
  if (way === "not tested") return "not tested";
  const found = tests.map((one) => testsOf(one, run));
  if (found.flat().some(({ status }) => status === "failed")) return "failure found";
  const isWhole = found.every(
    (cases) => cases.length > 0 && cases.every(({ status }) => status === "passed"),
  );
  return isWhole ? "nothing found" : "not run";
}

const words = {
  ja: {
    title: "アクセシビリティ試験の報告（計算の部品）",
    what: "対象：Santeiの計算の部品と、その公開ページ。版",
    day: "試験した日",
    claim:
      "この報告は、試験の実行結果から作られています。JIS X 8341-3:2016の対応度（準拠・一部準拠・配慮）を示すものではありません。対応度は、部品を載せるページについて方針を定め、試験を行い、結果を公開する団体が表記します。",
    howto:
      "「自動」はツールが、「手順」は書かれた操作が、達成基準の一部を確かめたものです。「検出なし」は不適合を見つけなかったことを表し、満たすことを保証しません。右端の列は、人による確認の結果を書くための欄です。",
    parsing:
      "JIS X 8341-3:2016の4.1.1（構文解析）はWCAG 2.2で廃止されたため表になく、試験していません。",
    limits: "既知の限界",
    limitList: [
      "スクリーンリーダーの実機、音声入力、画面拡大ソフトでの確認は行っていません。",
      "確かめたブラウザーはChromiumだけです。",
      "方法論の名称や説明、利用者が差し替えた表の言葉は、確認の対象に含みません。",
    ],
    columns: [
      "項番",
      "達成基準",
      "レベル",
      "JIS",
      "方法",
      "結果",
      "人が確かめること",
      "人による確認",
    ],
    ways: { automated: "自動", scripted: "手順", "not tested": "試験なし" },
    outcomes: {
      "nothing found": "検出なし",
      "failure found": "不適合を検出",
      "not run": "実行されていない",
      "not tested": "試験なし",
    },
    tests: "試験",
  },
  en: {
    title: "Accessibility test report (calculator widgets)",
    what: "Subject: the calculator widgets of Santei and their public pages. Version",
    day: "Tested on",
    claim:
      "This report is made from a run of the tests. It states no conformance with WCAG 2.2 or JIS X 8341-3:2016. That is for those who set a policy for the pages that hold the widgets, test them and publish the results.",
    howto:
      "“Automated” means that a tool, “scripted” that written steps looked at a part of a criterion. “Nothing found” means that no failure was found, and does not promise that the criterion is met. The last column is for what a person finds.",
    parsing:
      "4.1.1 (Parsing) of JIS X 8341-3:2016 was removed in WCAG 2.2; it is not in the table and was not tested.",
    limits: "Known limits",
    limitList: [
      "Screen readers, voice control and screen magnifiers were not tried.",
      "Chromium was the only browser.",
      "The wording of methodologies, and of tables that an office puts in, is not covered.",
    ],
    columns: [
      "No.",
      "Success criterion",
      "Level",
      "JIS",
      "Way",
      "Result",
      "Left to a person",
      "Found by a person",
    ],
    ways: { automated: "automated", scripted: "scripted", "not tested": "not tested" },
    outcomes: {
      "nothing found": "nothing found",
      "failure found": "failure found",
      "not run": "not run",
      "not tested": "not tested",
    },
    tests: "tests",
  },
} as const;

/** The report as a page of its own, to be completed and published. */
export function reportOf(
  language: "ja" | "en",
  run: readonly RunTest[],
  { version, day }: { readonly version: string; readonly day: string },
): string {
  const text = words[language];
  const cell = (content: string): string => `<td>${escapeHtml(content)}</td>`;
  const lines = criteria.map((criterion) => {
    const { id, level, jis, way, left, tests } = criterion;
    const count = way === "not tested" ? "" : ` (${tests.length} ${text.tests})`;
    return `<tr><th scope="row">${id}</th>${[
      criterion[language],
      level,
      jis ? "○" : "－",
      `${text.ways[way]}${count}`,
      text.outcomes[outcomeOf(criterion, run)],
      left[language],
      "",
    ]
      .map(cell)
      .join("")}</tr>`;
  });
  const heads = text.columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`);
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text.title}</title></head>
<body>
<h1>${text.title}</h1>
<p>${text.what} ${escapeHtml(version)}</p>
<p>${text.day}: ${escapeHtml(day)}</p>
<p><strong>${text.claim}</strong></p>
<p>${text.howto}</p>
<p>${text.parsing}</p>
<table border="1">
<thead><tr>${heads.join("")}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody>
</table>
<h2>${text.limits}</h2>
<ul>
${text.limitList.map((one) => `<li>${escapeHtml(one)}</li>`).join("\n")}
</ul>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
