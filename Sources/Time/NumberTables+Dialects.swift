extension NumberTables {
  /// Number words of the spoken Arabic that quotations keep: «اتناشر» (twelve), «تلتمية» (three hundred).
  static func addDialects(_ add: (String, NumberEntry) -> Void) {
    add("اتنين اتنان تنتين تنين", .unit(2))
    add("تلات تلاته تلت", .unit(3))
    add("تمن تمان تماني تمانيه تمنيه", .unit(8))
    add("تلاتين تلاتون", .tens(30))
    add("تمانين تمانون تمنين", .tens(80))
    add("متين ميتين", .hundreds(200))
    for (index, stems) in hundredStems.enumerated() {
      for stem in stems.split(separator: " ") { add("\(stem)ميه", .hundreds((index + 3) * 100)) }
    }
    for (index, stems) in teenStems.enumerated() {
      for stem in stems.split(separator: " ") {
        for ending in teenEndings { add(stem + ending, .whole(index + 11)) }
      }
    }
    add("احدعشر", .whole(11))
    add("تاني تانيه تان", .ordinal(2))
    add("تالت تالته", .ordinal(3))
    add("تامن تامنه", .ordinal(8))
  }

  private static let hundredStems = ["تلت تلات تلاته", "ربع اربعه", "", "", "", "تمن تمان ثمن", ""]
  private static let teenEndings = ["عش", "عشر", "طعش", "طعشر", "تعش", "تعشر", "اشر", "تاشر", "طاشر"]
  private static let teenStems = [
    "حد احد حدا احدا", "ات اث اتن اثن اط اطن طن اثنا اتنا", "تلت ثلث ثلت تلات ثلاث تلا ثلا تل", "اربع ارب", "خمس خم",
    "س ست",
    "سبع سب", "تمن ثمن تمان ثمان ثماني", "تسع تس",
  ]
}
