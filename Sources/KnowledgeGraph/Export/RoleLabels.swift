/// Chinese names of roles, literals and states, for what people read.
///
/// Types of events bring their names along in the facts; a role that is not listed keeps its name.
public enum RoleLabels {
  /// The Chinese name of a role.
  public static func label(_ role: String) -> String { labels[role] ?? role }

  /// The Chinese name of a realis.
  public static func label(_ realis: ClaimFact.Realis) -> String {
    switch realis {
    case .asserted: "已发生"
    case .planned: "计划"
    case .rumoured: "传闻"
    case .denied: "否认"
    }
  }

  /// Whether the role always acts, so that a picture puts it before the event.
  static func isActor(_ role: String) -> Bool { actors.contains(role) }

  /// The roles that have a Chinese name.
  static var roles: [String] { Array(labels.keys) }

  private static let actors: Set<String> = ["accuser", "authority", "by", "lead", "plaintiff"]

  private static let labels: [String: String] = [
    "accused": "被指控方", "accuser": "指控方", "acquirer": "收购方", "amount": "金额", "authority": "机关",
    "borrower": "借款方", "buyer": "受让方", "by": "决定方", "change": "变动", "company": "公司", "count": "数量",
    "court": "法院", "customer": "客户", "defendant": "被告", "direction": "方向", "from": "主体",
    "holder": "股东", "holding": "变动后持股", "investor": "投资方", "kind": "类别", "lead": "领投方",
    "lender": "贷款方", "loser": "败诉方", "metric": "指标", "organization": "机构", "party": "参与方",
    "period": "期间", "person": "人物", "plaintiff": "原告", "previous": "变动前持股", "price": "价格",
    "product": "产品", "project": "项目", "purpose": "用途", "rate": "利率", "reason": "原因", "round": "轮次",
    "seller": "出售方", "share": "比例", "stage": "阶段", "stake": "股权", "status": "状态", "target": "对象",
    "term": "期限", "time": "时间", "title": "职务", "to": "对象", "valuation": "估值", "venue": "地点",
    "winner": "胜出方",
  ]
}
