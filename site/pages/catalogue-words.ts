import type { Field } from "./catalogue-groups.ts";

/** The sentences of the catalogue, which is drawn when building only. */
interface CatalogueWords {
  readonly calculators: string;
  readonly intro: string;
  readonly description: string;
  readonly fieldsOf: string;
  readonly fields: Readonly<Record<Field, string>>;
  readonly entries: (count: number) => string;
  readonly embed: string;
  /** What the page for one applicant answers. */
  readonly assessmentHelp: string;
  /** What the page for lists of rows does. */
  readonly portfolioHelp: string;
  readonly principles: string;
  readonly exact: string;
  readonly exactHelp: string;
  readonly explained: string;
  readonly explainedHelp: string;
  readonly quiet: string;
  readonly quietHelp: string;
}

export const catalogueWords: Readonly<Record<"ja" | "en", CatalogueWords>> = {
  ja: {
    calculators: "計算の一覧",
    intro:
      "J-クレジット制度の方法論や会議のCO2排出量を、式と係数の根拠を示しながら計算します。登録は要りません。",
    description: "J-クレジット制度の方法論による算定を、端数まで正確に、根拠を示して行います。",
    fieldsOf: "分野",
    fields: {
      energy: "排出削減（省エネルギー・再生可能エネルギー）",
      agriculture: "農業",
      forest: "森林",
      occasions: "会議・イベント・商品",
      scheme: "制度のルール",
      others: "その他",
    },
    entries: (count) => `${count}件`,
    embed: "計算をほかのサイトに置く",
    assessmentHelp:
      "持っている設備・屋根・土地・森林・農地から、何トンのクレジットになりうるかを見積もります。方法論の番号を知らなくても始められます。",
    portfolioHelp: "屋根や林分の一覧（CSV・Excel）を、行ごとにまとめて計算します。",
    principles: "この計算について",
    exact: "端数まで正確",
    exactHelp: "数値は分数のまま計算し、方法論が定めるところでだけ端数を処理します。",
    explained: "根拠が見える",
    explainedHelp: "式、係数、条文を一段ずつ開いて確かめられます。未確認の数値には印が付きます。",
    quiet: "入力は外に出ない",
    quietHelp: "計算はお使いの画面の中で行います。入力した内容を送信も保存もしません。",
  },
  en: {
    calculators: "Calculators",
    intro:
      "Calculations by the methodologies of the J-Credit Scheme, and of the CO2 of a meeting, with the grounds of every formula and coefficient. No registration.",
    description:
      "Calculations by the methodologies of the J-Credit Scheme: exact to the last digit, with every source shown.",
    fieldsOf: "Fields",
    fields: {
      energy: "Emission reductions (energy saving and renewables)",
      agriculture: "Agriculture",
      forest: "Forests",
      occasions: "Meetings, events and products",
      scheme: "Rules of the scheme",
      others: "Others",
    },
    entries: (count) => (count === 1 ? "1 entry" : `${count} entries`),
    embed: "Put a calculator on another site",
    assessmentHelp:
      "From what an applicant has (equipment, roof, land, forest, farm) to the tonnes of credits that it may bring. No methodology number is needed to begin.",
    portfolioHelp: "Lists of rooftops or forest stands (CSV, Excel), every row with its result.",
    principles: "About these calculators",
    exact: "Exact to the last digit",
    exactHelp:
      "Figures stay fractions all the way, and are rounded only where the methodology says so.",
    explained: "Every ground in sight",
    explainedHelp:
      "Formula, coefficient and clause unfold step by step. Figures that are not confirmed are marked.",
    quiet: "Your entries stay here",
    quietHelp: "Everything is calculated on this page. Nothing you enter is sent or stored.",
  },
};
