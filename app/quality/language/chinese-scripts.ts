/** Characters of everyday texts that the two ways of writing Chinese spell apart: simplified and traditional, in pairs. */
const pairs =
  "这這个個们們为為国國来來时時会會对對发發说說还還样樣后後开開关關问問过過长長门門间間见見车車东東电電话話请請让讓认認识識现現实實应應该該经經给給结結线線红紅绿綠蓝藍黄黃轻輕软軟温溫热熱凉涼净淨质質体體头頭脸臉护護肤膚发髮装裝设設计計适適选選择擇级級风風饰飾颜顏色色帮幫机機构構简簡单單两兩双雙层層边邊图圖书書画畫笔筆纸紙盖蓋盘盤锅鍋铁鐵钢鋼银銀铜銅针針钟鐘宝寶贝貝儿兒妈媽爱愛礼禮节節庆慶龙龍鸟鳥鱼魚马馬叶葉树樹园園场場厂廠广廣产產业業务務专專优優价價购購买買卖賣货貨运運送送达達远遠近近进進动動连連转轉压壓强強弹彈张張弯彎圆圓环環缝縫织織绒絨丝絲绸綢裤褲衬襯衫衫鞋鞋袜襪帽帽带帶扣扣拉拉链鏈湿濕干乾烧燒灯燈烛燭点點亮亮灿燦净淨无無氧氧气氣体體钙鈣养養营營观觀众眾亲親肤膚触觸觉覺听聽读讀写寫学學习習练練验驗检檢测測证證书書标標准準确確创創级級约約纯純细細绵綿纤纖维維编編缩縮终終维維网網罗羅义義乐樂习習乡鄉丰豐临臨举舉乌烏云雲亚亞亿億仅僅从從仓倉仪儀传傳伤傷体體余餘佣傭侧側储儲兰蘭养養内內册冊写寫军軍农農冲沖决決况況冻凍净淨凭憑击擊划劃则則刚剛创創别別剂劑剧劇劳勞势勢区區医醫华華协協单單卫衛厅廳历歷厉厲厌厭厨廚县縣变變";
const simplified = new Set<string>();
const traditional = new Set<string>();
const signs = [...pairs];
for (let i = 0; i + 1 < signs.length; i += 2) {
  const [one = "", other = ""] = [signs[i], signs[i + 1]];
  if (one === other) continue;
  simplified.add(one);
  traditional.add(other);
}

/** One may be a name in its own spelling. */
const fewestForeign = 3;

/**
 * Which way of writing Chinese a text has, where its locale wants the other.
 * @param locale BCP-47, e.g. `zh-TW` @returns undefined: it is the wanted one, or too little tells
 */
export function foreignChinese(text: string, locale: string): string | undefined {
  const { script } = new Intl.Locale(locale).maximize();
  if (script !== "Hans" && script !== "Hant") return undefined;
  let [simple, full] = [0, 0];
  for (const sign of text) {
    if (simplified.has(sign)) simple++;
    else if (traditional.has(sign)) full++;
  }
  const [own, foreign] = script === "Hans" ? [simple, full] : [full, simple];
  if (foreign < fewestForeign || own * 3 > foreign) return undefined;
  return script === "Hans" ? "Traditional Chinese" : "Simplified Chinese";
}
