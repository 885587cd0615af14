"""Reads lines of JSON [text, region], and writes for each what Debian's python3-phonenumbers makes of it: [number, extension, calling code].

The first line written is its metadata: for each region all that decides how its numbers are read, the rules of reading first.
"""
import json
import sys

import phonenumbers

KINDS = ["general_desc", "fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "personal_number", "voip", "pager", "uan", "voicemail"]


def kind(desc):
    if desc is None or not desc.national_number_pattern:
        return ""
    return desc.national_number_pattern + ":" + ",".join(str(length) for length in desc.possible_length)


def plan(region):
    of = phonenumbers.PhoneMetadata.metadata_for_region(region)
    rules = [of.international_prefix, of.national_prefix_for_parsing, of.national_prefix_transform_rule, of.leading_digits]
    return [rule or "" for rule in rules] + [kind(getattr(of, name)) for name in KINDS]


def read(text, region):
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return ["", "", 0]
    if not phonenumbers.is_valid_number(number):
        return ["", "", number.country_code]
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return [written, number.extension or "", number.country_code]


print(json.dumps({region: plan(region) for region in phonenumbers.SUPPORTED_REGIONS}), flush=True)
for line in sys.stdin:
    print(json.dumps(read(*json.loads(line))))
