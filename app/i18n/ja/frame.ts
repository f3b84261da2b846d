export default {
  nav: {
    home: "商品管理",
    products: "商品管理",
    jobs: "ジョブ",
    acceptance: "承認状況",
    rules: "コンテンツルール",
    contentTypes: "コンテンツの種類",
    settings: "設定",
  },
  connection: { tryNow: "今すぐ再試行" },
};
