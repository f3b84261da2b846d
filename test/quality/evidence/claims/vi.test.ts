import { expect, it } from "vitest";
import { type HeldProduct, misjudged } from "../../../support/content/hold-to-facts.ts";
import { sharedProducts as facts } from "../../../support/evidence/shared-products.ts";

const locale = "vi";
const products: HeldProduct[] = [
  {
    locale,
    facts: facts.lunchbox,
    blocked: [],
    silent: [
      "Hộp cơm làm từ silicone an toàn thực phẩm.",
      "Không chứa BPA.",
      "Có thể cho vào máy rửa chén.",
      "Hâm nóng trong lò vi sóng rất tiện.",
      "Phòng thí nghiệm độc lập đã kiểm tra.",
      "Không độc hại.",
      "Bảo hành 2 năm.",
      "Sản xuất tại Việt Nam.",
    ],
  },
  {
    locale,
    facts: facts.blanket,
    blocked: [],
    silent: [
      "Chăn bằng cotton hữu cơ 100% có chứng nhận GOTS.",
      "Giặt máy ở 40 độ.",
      "Không gây dị ứng, thoáng khí.",
      "Ôm ấp như câu chuyện trước giờ ngủ.",
    ],
  },
  {
    locale,
    facts: facts.balm,
    blocked: [],
    silent: [
      "Sáp dưỡng với bơ hạt mỡ và sáp ong.",
      "Không thử nghiệm trên động vật.",
      "Không hương liệu.",
      "Phù hợp với da nhạy cảm.",
      "Chữa lành tâm hồn như một cuốn sách hay.",
    ],
  },
  {
    locale,
    facts: facts.tea,
    blocked: [],
    silent: [
      "Hoa cúc, tía tô đất và oải hương trong một tách trà.",
      "Nguyên liệu hữu cơ được chứng nhận.",
      "Đoạt huy chương vàng Nordic Tea Awards.",
      "Túi trà ủ phân được.",
    ],
  },
  {
    locale,
    facts: facts.light,
    blocked: [],
    silent: ["Chống nước IPX6.", "Pin sạc dùng lại nhiều lần.", "Cam kết giá thấp nhất.", "Đêm tối không còn đáng sợ."],
  },
  {
    locale,
    facts: facts.board,
    blocked: [],
    silent: ["Thớt gỗ sồi nguyên khối.", "Làm thủ công tại Đức.", "Không cho vào máy rửa chén."],
  },
  {
    locale,
    facts: facts.plain,
    blocked: [
      "An toàn cho bé.",
      "Không chứa chất độc hại.",
      "Bà bầu cũng dùng được.",
      "An toàn cho thú cưng.",
      "Diệt 99,9% vi khuẩn.",
      "Chống tia UV.",
      "Thân thiện với môi trường.",
      "Tự phân hủy trong đất.",
      "Làm từ rác thải nhựa đại dương.",
      "Tiết kiệm điện.",
      "Trung hòa carbon.",
      "Giảm đau lưng.",
      "Tăng sức đề kháng.",
      "Giúp bạn ngủ ngon hơn.",
      "Đốt cháy mỡ thừa.",
      "Thải độc cơ thể.",
      "Xóa mờ nếp nhăn.",
      "Hạ huyết áp.",
      "Trị mụn hiệu quả.",
      "Ngăn rụng tóc.",
      "Được chứng minh lâm sàng.",
      "Bác sĩ khuyên dùng.",
      "Đã qua kiểm nghiệm tại phòng thí nghiệm.",
      "Đoạt giải thưởng Red Dot.",
      "Sản phẩm của năm.",
      "Giá rẻ nhất thị trường.",
      "Giảm giá 30%.",
      "Dệt tay thủ công.",
    ],
    silent: [
      "Khởi đầu một ngày lành mạnh.",
      "Bình yên mỗi ngày.",
      "Xanh như bầu trời.",
      "Một lựa chọn không thể bỏ qua.",
      "Điểm nhấn cho không gian của bạn.",
    ],
  },
];

it("Vietnamese texts that restate English facts freely stay silent, and claims that no fact proves are blocked", () => {
  expect(products.flatMap(misjudged)).toEqual([]);
});
