"""What somebody is: words for it that stand before a name, and verbs that only somebody with a voice has."""

from __future__ import annotations

ROLES = frozenset(
    "activist actor actress adviser advisor aide ambassador analyst anchor architect artist astronaut athlete attorney author"
    " ballerina banker barrister billionaire biologist boss broadcaster brother businessman businesswoman candidate captain"
    " chair chairman chairwoman champion chancellor chef chemist chief clerk coach colleague columnist comedian commander"
    " commissioner composer congressman congresswoman correspondent coroner councillor councilman councilwoman counsel cousin"
    " critic daughter defendant delegate deputy designer detective developer diplomat director doctor driver ecologist"
    " economist editor engineer entrepreneur envoy executive expert farmer father filmmaker founder friend gunman governor"
    " guitarist guru head historian host husband inspector inventor investigator investor journalist judge justice justices"
    " killer lawmaker lawyer leader lecturer legend legislator lieutenant magistrate magnate manager mayor member midfielder"
    " minister model mogul mother musician neighbour neighbor nominee novelist nurse officer official operative opponent owner"
    " partner pastor photographer physician physicist pianist pilot player playwright poet politician president priest prince"
    " princess producer professor prosecutor psychiatrist psychologist publisher rapper reporter representative researcher"
    " resident rival scholar scientist screenwriter secretary senator sergeant sheriff singer sister soldier son songwriter"
    " speaker spokesman spokesperson spokeswoman sprinter star strategist striker student superintendent surgeon survivor"
    " suspect teacher teammate technician treasurer trustee uncle veteran victim volunteer widow wife winner witness worker"
    " writer".split()
)
"""Words in small letters for what somebody is, which stand right before a name: “founder Elin Brandt”."""
ABBREVIATED = frozenset(
    "Mr Mrs Ms Dr Sen Rep Gov Gen Lt Col Maj Capt Sgt Prof Rev Adm Cmdr Del Supt Hon Pres Cllr Coun Cpl Insp".split()
)
"""Titles that often have a stop, which ends the run of capitals before the name."""
SPEECH = frozenset(
    "said says told tells added adds wrote writes argued argues tweeted asked asks explained explains noted notes recalled"
    " replied insisted insists testified believes thinks".split()
)
"""Verbs that only somebody with a voice has."""
NO_PERSON = frozenset(
    "Academy Act Administration Affairs Agency Airlines Airport American And Army Assembly Association Authority"
    " Avenue Award Awards Bank Bay Beach Board Boulevard Bowl Bridge British Broadcasting Brothers Bureau Capitol"
    " Castle Cathedral Center Central Centre Chamber Championship Championships Chinese Church City Club Co Coast"
    " College Commission Committee Company Conference Congress Conservative Conservatives Constitution Corp"
    " Corporation Council Country County Court Cup Day Deal Democratic Democrats Department Development District East"
    " Eastern Education Energy Enterprises Environment Exchange Executive Federal Federation Festival Football Force"
    " Foreign Forest Foundation French Fund Games Gazette German Government Group Guard Guardian Herald High Hospital"
    " Hotel House Inc Independent Institute Institution Intelligence International Island Islands Journal Kingdom"
    " Labor Labour Lake Law League Liberal Library Limited Ltd Magazine Market Ministry Morning Motors Mount Mountain"
    " Museum National Nations Navy Network New News North Northern Observatory Of Office Olympic Olympics Organisation"
    " Organization Palace Park Parliament Parties Party Planet Police Post Press Prize Protection Radio Railway Region"
    " Relations Republic Republican Republicans Research Review River Road Royal Russian Sachs Saudi School Sciences"
    " Security Senate Service Services Society South Southern Spokesman Square Stadium Standard State States Station"
    " Street Studies Studio Supreme Technologies Technology Telegraph Television Theater Theatre Times Tower Trade"
    " Treasury Tribune Trust Union United University Valley Village Wall War Week Western White World Year".split()
)
"""Words in capitals that are no part of anybody’s name."""
