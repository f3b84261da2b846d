export default {
  model_key: {
    title: "作成を一時停止中：モデルのキーがないか、拒否されました",
    words_other: "{{count, number}}件の商品が待機中です。何も失われていません。",
    none: "何も失われていません。確認は続けられます。",
    act: "キーを確認",
  },
  model_settings: {
    title: "作成を一時停止中：今の設定ではモデルを使えません",
    words_other: "{{count, number}}件の商品が待機中です。別のモデルかアドレスを選んでください。何も失われていません。",
    none: "別のモデルかアドレスを選んでください。何も失われていません。",
    act: "モデルを確認",
  },
  billing: {
    title: "作成を一時停止中：モデルの提供元が支払いを求めています",
    words_other: "{{count, number}}件の商品が待機中です。支払い後に再開してください。何も失われていません。",
    none: "支払い後に再開してください。何も失われていません。",
    act: "続ける",
  },
  spend_cap: {
    title: "1日の上限に達しました",
    words_other: "{{count, number}}件の商品は00:00（UTC）に再開します。確認と公開は続けられます。",
    none: "作成は00:00（UTC）に再開します。確認と公開は続けられます。",
    act: "上限を上げる",
    titleOf: "今日の{{cap}}を使い切りました",
  },
  reauth: {
    title: "Shopifyにアクセスできなくなりました",
    words_other: "{{count, number}}件の商品が待機中です。何も失われていません。",
    none: "インポートと公開は待機中です。何も失われていません。",
    act: "アクセスを許可",
  },
  scope: {
    title: "Shopifyでアプリの権限が不足しています",
    words_other:
      "{{count, number}}件の商品が待機中です。アプリが求める権限を許可してから、もう一度確認してください。何も失われていません。",
    none: "アプリが求める権限を許可してから、もう一度確認してください。何も失われていません。",
    act: "権限をもう一度確認",
  },
  goOn: "続ける",
  settings: "設定を開く",
  away: {
    shopify: {
      title: "Shopifyが応答しません",
      words: "インポートと公開は待機し、自動的に再開します。確認と作成は続けられます。",
    },
    model: {
      title: "モデルが応答しません",
      words: "作成は待機し、自動的に再開します。確認、インポート、公開は続けられます。",
    },
    both: {
      title: "Shopifyとモデルが応答しません",
      words: "インポート、公開、作成は待機し、自動的に再開します。確認は続けられます。",
    },
  },
  nextTrySoon: "まもなく再試行します。",
  nextTry: "約{{time}}後に再試行します。",
  tryNow: "今すぐ再試行",
  stopped: {
    title: "バックグラウンドの処理が停止しています",
    words:
      "インポート、作成、公開は待機中です。アプリの運営者が処理を再起動する必要があります。その間に失われるものはありません。",
  },
  said: {
    reopen: "Shopify管理画面からアプリをもう一度開いてください。",
    askingPermissions: "アプリの権限をShopifyに問い合わせています",
    askingShopify: "Shopifyにもう一度問い合わせています",
    goesOn: "処理を再開します",
    nothingWaits: "これを待っている処理はもうありません",
    trying: "もう一度試しています",
    answers: "応答が戻りました。処理を再開します",
    triedAlready: "すでに試しています",
  },
};
