"""Personal data."""

from __future__ import annotations

from propsummary.rules.base import Rule
from propsummary.rules.privacy.prv001_id_number import id_number
from propsummary.rules.privacy.prv002_phone_number import phone_number
from propsummary.rules.privacy.prv003_licence_plate import licence_plate
from propsummary.rules.privacy.prv004_bank_card import bank_card
from propsummary.rules.privacy.prv005_photo_location import photo_location

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (id_number, phone_number, licence_plate, bank_card, photo_location)
