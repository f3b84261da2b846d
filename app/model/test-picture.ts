/** A red disc on white, 96 px wide: smaller ones are refused by some. */
export const testPicture =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAGAAAABgCAMAAADVRocKAAAABlBMVEX////IHigrioOjAAABA0lEQVR4Ae2YSQ6DQBADJ///dIQULiCmvXQfgswFsVVhD2JbK1MaSANpIA28qYHPdWoNd4X/lrscD/hjdYdig+9QFHhXAeAtBciXhwLmawYCL9VE8ukQNJ81TAsEPhVB4hMGkY8bpgUyH40wLTD4WIRpgcVHIkwLTH4d4e8FdoCqowjKt71UlIqQa2D/zYAQin0iKArKza4sqKpoAYT9LvurdL1A4EaoGrI7qgVeBIA/L3AMSABrFDCBHgHkzwtUAxpgicNA8CUDxVdK4gS8geTTJdF8bqQVPGMQ+XBNMh8L4eCPY/eP+Onf4+7Zn8c/pDg3t8xvjhZqIGkgDaSBNIA18AUvJQ4exCqljgAAAABJRU5ErkJggg==";
