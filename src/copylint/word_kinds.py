"""Kinds of words, each under the name that a context gives it: what a word in capitals stands for."""

KINDS = {
    "ART": "the a an",
    "POSS": "my your his her its our their",
    "DET": "the a an my your his her its our their this that these those some any no every each another",
    "THE": "the a an my your his our their its",
    "SUBJ": "i you he she it we they who",
    "HUMAN": "i you he she we they who",
    "OBJ": "me him her us them",
    "PRON": "me him her us them it you myself yourself himself herself itself ourselves themselves everyone someone anyone",
    "BE": "am is are was were be been being isn't aren't wasn't weren't 'm 's 're",
    "HAVE": "has have had having hasn't haven't hadn't",
    "DO": "do does did don't doesn't didn't",
    "MODAL": "will would can could shall should must may might cannot can't won't wouldn't couldn't shouldn't mustn't",
    "NOT": "not never also still always only often even just n't",
    "PREP": "of in on at by for with from to into onto about against between among through during under over without within",
    "ADV": "very so too quite rather really more most less as extremely particularly increasingly",
    "MANY": "many several few two three four five six seven eight nine ten some these those all both most other such various",
    "NUM": "two three four five six seven eight nine ten eleven twelve hundred hundreds thousands dozens many several few",
    "WANT": "want wants wanted wanting need needs needed hope hopes hoped plan plans planned planning try tries tried trying "
    "able unable refuse refuses refused decide decides decided agree agrees agreed fail fails failed begin begins began "
    "continue continues continued seek seeks sought expect expected ready likely unlikely going have has had used forced "
    "allowed intend intends intended order supposed due set failing seeking hoping willing unwilling vow vowed vows chose "
    "promise promised promises threaten threatened threatens attempt attempted attempting easier harder hard easy how "
    "determined bound free helped help helps required asked told urged invited encouraged power right ability way "
    "opportunity chance attempts efforts effort time ways pressure duty pledge pledged struggled struggling struggle manage "
    "managed manages",
    "WH": "who what when where why how whether if",
    "LINK": "and or but",
    "CLAUSE": "that because if when but so think thinks thought say says said know knows believe believes although though "
    "since while whether where unless until what why how hope sure guess means",
    "THINGS": "house houses home homes car cars family families job jobs money life lives wife wives husband husbands "
    "parents mother mothers father fathers son sons daughter daughters children kids brother brothers sister "
    "sisters friends neighbours neighbors colleagues boss bosses employer employers employees staff customers "
    "clients fans supporters opponents rivals enemies allies leader leaders owner owners members team teams club "
    "clubs school schools teacher teachers office offices headquarters factory factories company companies "
    "business businesses product products country countries city village community communities government "
    "parliament president army troops forces weapons guns borders economy industry policy policies party parties "
    "campaign candidate vote votes voters seat seats majority rights freedom independence religion faith beliefs "
    "culture language history tradition traditions name names face faces hair eyes eye ears nose mouth head heads "
    "heart hearts mind minds body bodies arms legs feet fingers hands teeth skin clothes shoes jacket coat hat "
    "bag bags phone phones computer computers email password passwords account accounts website books room rooms "
    "bedroom kitchen bed garden door roof windows furniture bike bikes dog dogs cat cats pet pets health weight "
    "age diet savings salary salaries wages income budget budgets debts profits shares losses taxes bill bills "
    "pension pensions education homework career careers skills experience talent knowledge ability abilities "
    "strength efforts attempt mission goals aims dreams hopes fears feelings emotions thoughts opinion opinions "
    "views ideas idea decision decisions choices mistake mistakes fault behaviour behavior attitude actions "
    "performance success victory defeat title crown championship game games match player players coach season "
    "debut album albums songs film films show story stories speech argument position role roles duty duties "
    "responsibility responsibilities relationship marriage wedding birthday holiday holidays trip journey "
    "destination way ways luggage lawyer lawyers doctor doctors patients case trial innocence sentence attorney "
    "reputation identity future past youth childhood death deaths fate roots origin origins impact effects "
    "popularity appearance ranks citizens residents population constitution capital currency flag land lands soil "
    "territory waters sovereignty workforce operations findings investigation assets credibility union unions crop crops "
    "livestock cattle harvest rubbish inquiries licence licences boats vessel vessels fleet proposals demands complaints "
    "statement nightclothes uniform uniforms wallet wallets passport passports belongings possessions suitcase livelihood "
    "livelihoods identities ordeal grievances strategy tactics ambitions ambition priorities objectives obligations "
    "commitment commitments agenda manifesto buildings properties equipment revenues earnings investments mortgage "
    "territories allegiance loyalty gratitude innocence guilt classmates relatives spouses partners grandparents "
    "grandchildren ancestors descendants medals squad captain shop shops store stores restaurant restaurants farm farms "
    "hotel cafe café bakery brewery",
    "VERB": "be get make do see have take go help provide know say keep create ensure give buy read learn pay add support "
    "play come improve develop check receive determine become visit bring avoid protect hear try allow sell "
    "achieve understand move obtain join save tell contact include reduce share identify stay return continue "
    "search think stop maintain enter leave apply remove discuss win talk order choose consider reach follow "
    "serve call hold deal carry attend speak submit control begin accept spend manage deliver answer believe sign "
    "expand grow pass raise explain gain respond explore prepare replace handle eat vote describe encourage "
    "connect act end assess enjoy pick fight listen solve prove teach conduct wait kill treat break remember "
    "drive focus feel fix lose thank contribute introduce cut communicate seek express investigate watch send put "
    "turn ask meet find use look build run want show work live start let change write finish decide die walk "
    "sleep throw catch",
    "COMPARE": "larger smaller higher lower bigger greater faster slower stronger weaker worse better longer shorter cheaper "
    "older younger taller richer poorer heavier lighter deeper wider narrower safer easier harder closer hotter "
    "colder warmer cooler quicker smarter louder quieter thinner thicker broader tougher softer brighter darker "
    "earlier later sooner newer happier busier healthier wealthier stricter milder further farther nearer rarer "
    "cleverer prettier nicer kinder cleaner",
    "TOOADJ": "big small late early young old hot cold hard easy difficult expensive strong weak high low fast short tall "
    "large dangerous risky costly tired heavy tight wide thin thick good bad far soon loud noisy rich poor sick "
    "ill afraid proud scared shy soft sweet stupid vague severe strict sensitive cautious optimistic pessimistic "
    "complex complicated simple generous harsh lenient serious powerful great often",
    "TIME": "year years month months week weeks day days decade decades century hour hours season",
    "SMALL": "a an the my your his her its our their this that these those some any no every each another i you he she "
    "it we they who me him us them what when where why how whether if which whose whom and or but nor so than "
    "then as because since while although though unless until till am is are was were be been being isn't "
    "aren't wasn't weren't has have had having hasn't haven't hadn't do does did don't doesn't didn't done "
    "will would can could shall should must may might cannot can't won't wouldn't couldn't shouldn't of in on "
    "at by for with from to into onto about against among between through during under over without within "
    "after before above below behind beside beyond near off out up down around across along toward towards "
    "upon via per despite like unlike not never also still always only often even just already again ever "
    "here there now today yesterday tomorrow tonight soon later ago too very quite rather really more most "
    "less least much many few several all both half such other others one two three four five six seven eight "
    "nine ten last next first second third once twice back away together alone instead either neither else "
    "enough maybe perhaps almost nearly anyone someone everyone nobody nothing something everything anything "
    "everybody somebody anybody none myself yourself himself herself itself ourselves themselves monday "
    "tuesday wednesday thursday friday saturday sunday",
    "FOLK": "people men women children kids boys girls police officers officials workers students pupils teachers "
    "others players soldiers troops residents patients protesters demonstrators voters leaders members "
    "victims families fans passengers drivers migrants refugees prisoners doctors nurses employees customers "
    "visitors tourists farmers lawyers experts scientists researchers journalists reporters witnesses "
    "neighbours neighbors parents friends relatives couples teenagers youths suspects rebels fighters gunmen "
    "militants activists lawmakers ministers candidates politicians firefighters staff crews civilians locals "
    "teams",
    "QUALITY": "good bad nice tall big small large old young new hot cold warm hard easy difficult simple clear strong "
    "weak high low fast slow long short rich poor happy sad angry tired proud sure certain likely unlikely "
    "possible impossible different similar common rare popular famous important serious dangerous safe "
    "expensive cheap useful careful interesting interested exciting excited surprising surprised boring bored "
    "beautiful ugly pretty funny strange unusual normal successful positive negative confident comfortable "
    "shocked shocking pleased worried concerned disappointed disappointing close far right wrong ready busy "
    "rude friendly kind clever smart intelligent stupid silly honest open heavy light dark bright modern "
    "early late soon well often sensitive effective efficient active capable complex complicated "
    "controversial critical powerful obvious remarkable extraordinary impressive significant substantial "
    "extensive limited specific frank emotional nervous afraid scared sick ill wealthy skilled talented keen "
    "unique",
    "TAKES": "lost lose loses losing cast casts casting wag wags wagged wagging choose chose chosen changes changed "
    "changing launch launches launched launching sold sells selling opened opens opening closed closes "
    "closing shut cut cuts cutting raise raised raises raising publish published publishes released releases "
    "releasing made makes make making use used uses using keep kept keeps keeping take took taken takes "
    "taking start started starts end ended ends expand expanded expands doubled increase increased increases "
    "increasing reduce reduced reduces reducing lower lowered improve improved improves improving celebrate "
    "celebrated celebrates celebrating held hold holds holding gave give given gives giving broke break "
    "broken reach reached reaches hit build built lift lifted drop dropped drops dropping move moved moves "
    "suspend suspended suspends offer offered offers spend spent spends spending bring brought brings leave "
    "left leaves leaving submit submitted express expressed share shared voice voiced defend defended defends "
    "protect protected protects win won withdraw withdrew withdrawn cancel cancelled canceled renew renewed "
    "enjoy enjoyed put puts putting send sent sends enter entered update updated wear wore buy bought pay "
    "paid pays clean cleaned wash washed lock locked save saved drive drove risk risked abandon abandoned "
    "beat file filed present presented pledge pledged extend extended earn earned earns earning marked mark "
    "marks begin began postpone postponed boost boosted fulfil fulfilled fulfill pursue pursued settle "
    "settled set named name resume resumed revise revised tighten tightened strengthen strengthened",
    "WEEKDAY": "monday tuesday wednesday thursday friday saturday sunday",
    "ADJ": "good bad great big small large little long short high low new old young early late strong weak full empty hard "
    "soft deep wide heavy light dark bright warm hot cold dry wet fresh rich poor clear plain sharp quick slow fast "
    "rare main huge vast tiny major minor key final first second third last next recent modern simple single own open "
    "close closed free fair firm fine quiet calm safe secret silent proud brave wild rough smooth thick thin broad "
    "narrow steep black white red green blue brown grey gray golden grim harsh severe stark serious sad happy angry "
    "bitter sweet ugly pretty strange odd wrong right true false real mere sheer pure entire whole total joint double "
    "former current formal informal german french british english irish scottish american russian chinese indian "
    "japanese european african foreign local",
}
ENDINGS = {"ADJ": "al ive ous ic ful less able ible ary ish ed ing ant ent"}
"""The endings of words that belong to a kind too."""
