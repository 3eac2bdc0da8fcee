extension GazetteerImport {
  /// What the classes of Wikidata are to us.
  enum WikidataTypes {
    /// Type and subtype by the class that an entity is an instance of (P31).
    static let classes: [String: (Kind, String)] = {
      var all: [String: (Kind, String)] = ["Q5": (.person, "")]
      for (subtype, ids) in places { for id in ids { all[id] = (.place, subtype) } }
      for (subtype, ids) in organizations { for id in ids { all[id] = (.organization, subtype) } }
      return all
    }()

    private static let places: [String: [String]] = [
      "country": ["Q6256", "Q3624078"],
      "capital": ["Q5119"],
      "city": ["Q515", "Q1549591", "Q1637706", "Q200250", "Q174844", "Q1093829"],
      "town": ["Q3957", "Q7930989", "Q484170", "Q747074", "Q262166"],
      "village": ["Q532"],
      "district": ["Q123705"],
      "region": ["Q10864048", "Q35657", "Q1221156", "Q36784"],
      "area": ["Q82794"],
      "camp": ["Q622499"],
      "continent": ["Q5107"],
      "sea": ["Q165"],
      "river": ["Q4022"],
      "lake": ["Q23397"],
      "strait": ["Q37901"],
      "island": ["Q23442", "Q33837"],
      "mountain": ["Q8502", "Q46831"],
      "desert": ["Q8514"],
      "airport": ["Q1248784"],
      "port": ["Q44782"],
      "street": ["Q79007"],
      "building": ["Q41176"],
      "": ["Q486972"],
    ]

    private static let organizations: [String: [String]] = [
      "company": ["Q4830453", "Q783794", "Q6881511", "Q891723"],
      "bank": ["Q22687"],
      "party": ["Q7278"],
      "movement": ["Q49773"],
      "armed-group": ["Q17149090"],
      "army": ["Q772547", "Q176799"],
      "police": ["Q732717"],
      "court": ["Q41487"],
      "parliament": ["Q35749"],
      "ministry": ["Q192350"],
      "agency-public": ["Q327333"],
      "government": ["Q2659904"],
      "international": ["Q484652", "Q245065"],
      "ngo": ["Q163740", "Q79913"],
      "union": ["Q178790"],
      "university": ["Q3918", "Q875538", "Q902104"],
      "institute": ["Q31855"],
      "club": ["Q476028", "Q847017"],
      "news-agency": ["Q192283"],
      "newspaper": ["Q11032", "Q1110794"],
      "channel": ["Q1616075", "Q2001305"],
      "radio": ["Q14350"],
      "website": ["Q35127"],
      "": ["Q43229"],
    ]

    /// ISO 3166-1 codes of the countries that Arabic news name most.
    static let countries: [String: String] = [
      "Q79": "EG", "Q851": "SA", "Q810": "JO", "Q822": "LB", "Q858": "SY", "Q796": "IQ", "Q817": "KW", "Q398": "BH",
      "Q846": "QA", "Q878": "AE", "Q842": "OM", "Q805": "YE", "Q1016": "LY", "Q948": "TN", "Q262": "DZ", "Q1028": "MA",
      "Q1025": "MR", "Q1049": "SD", "Q1045": "SO", "Q977": "DJ", "Q970": "KM", "Q219060": "PS", "Q801": "IL",
      "Q43": "TR", "Q794": "IR", "Q30": "US", "Q145": "GB", "Q142": "FR", "Q183": "DE", "Q38": "IT", "Q29": "ES",
      "Q159": "RU", "Q212": "UA", "Q148": "CN", "Q17": "JP", "Q668": "IN", "Q843": "PK", "Q889": "AF",
    ]
  }
}
