const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="226" height="160" fill="none">
<rect x="33" y="20" width="160" height="120" rx="10" fill="#f1f1f1"/><path d="M45 78h136M45 126h136" stroke="#b5b5b5" stroke-width="4" stroke-linecap="round"/>
<rect x="56" y="40" width="22" height="36" rx="3" fill="#91d0ff"/><rect x="84" y="34" width="18" height="42" rx="3" fill="#cdfee1"/><rect x="108" y="46" width="30" height="30" rx="3" fill="#ffd6a4"/>
<path d="m150 76 6-34 14 3-6 31z" fill="#d1c4ff"/><rect x="60" y="94" width="34" height="30" rx="3" fill="#d1c4ff"/><rect x="100" y="86" width="20" height="38" rx="3" fill="#ffd6a4"/>
<rect x="140" y="92" width="26" height="32" rx="3" fill="#91d0ff"/></svg>`;

/** A shelf with goods, for empty states: part of the page, so that nothing is fetched for it. */
export const shelfImage = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
