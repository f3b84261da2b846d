/**
 * Words beside a number that make it the rating of buyers, and by which fields name one: beginnings of words, small letters, with
 * `|` between them; of Chinese, Japanese, Korean and Thai anywhere.
 */
export const ratingRows: Readonly<Record<string, string>> = {
  en: "rated|rating|reviews|review score|stars",
  de: "bewert|kundenbewert|sterne",
  fr: "noté|notation|note moyenne|note de|note client|étoiles|évalué",
  es: "valorad|valoraci|puntuaci|calificad|calificaci|estrellas|reseñas",
  it: "valutat|valutazion|punteggio|stelle|recension",
  nl: "beoordeel|beoordel|waardering|sterren|reviewscore",
  pt: "avaliad|avaliaç|classificad|classificaç|pontuaç|estrelas",
  ro: "evaluat|notat|nota |rating|recenzi|stele",
  sv: "betyg|stjärnor|omdöme|recension",
  da: "bedømt|bedømmelse|vurder|anmeld|stjerner",
  nb: "vurder|terningkast|anmeld|stjerner|rangert",
  fi: "arvosana|arvostelu|arvioi|tähteä|tähden",
  pl: "ocen|oceny|gwiazd",
  cs: "hodnoc|hodnotil|hvězdič",
  sk: "hodnot|hviezdič",
  ru: "оценк|оценил|оценён|оценен|рейтинг|звёзд|звезд",
  uk: "оцін|рейтинг|зірок|зірк",
  hr: "ocjen|ocijen|zvjezdic",
  sl: "ocen|zvezdic",
  bg: "оценк|оценен|рейтинг|звезд",
  hu: "értékel|csillag",
  el: "βαθμολογ|αξιολόγ|αξιολογ|αστέρια",
  tr: "puan|değerlendir|yıldız",
  ar: "تقييم|بتقييم|التقييم|نجوم|نجمة",
  he: "דירוג|בדירוג|דורג|מדורג|כוכבים",
  hi: "रेटिंग|रेटेड|स्टार|सितार",
  ja: "評価|レビュー|星|スコア",
  zh: "评分|評分|评价|評價|评级|評級|颗星|顆星|好评|好評|星级|星級",
  ko: "평점|별점|리뷰|평가",
  th: "คะแนน|เรตติ้ง|รีวิว|ดาว",
  vi: "đánh giá|xếp hạng|chấm điểm|sao ",
  id: "dinilai|penilaian|rating|peringkat|ulasan|bintang",
}; // biome-ignore format: a table

/** What people rate other things for, in English, where the word names norms and classes as well. */
export const otherRatings =
  "warmth|tog|energy|fire|ip|load|weight|power|noise|insulation|insulating|sun|temperature|fill|protection|burst|pressure|abrasion|wear|hardness|octane|voltage|current|season|light|water|wind|filter|r-value|co2|emission|fuel|efficiency";
