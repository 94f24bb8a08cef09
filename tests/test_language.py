from __future__ import annotations

import pytest

from crawler.language import find_by_letters, find_by_words, find_language

QUOTING = (
    "The talks in Hà Nội and Đà Nẵng were led by Deputy Minister Nguyễn of Việt Nam and others "
    "from the ten countries, who said that the meeting had been very useful to all of them."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hội nghị các Quan chức Cao cấp ASEAN đã khai mạc tại thủ đô Hà Nội.", "vi"),
        ("The ASEAN Senior Officials’ Meeting opened in the capital on Monday.", "en"),
        (QUOTING, "en"),
        ("Pertemuan Pejabat Senior ASEAN dibuka di Jakarta pada hari Senin kemarin.", "id"),
        ("东盟高官会议星期一在河内开幕，与会各国就合作交换意见，并达成共识。", "zh"),
        ("東南アジア諸国連合の高級事務レベル会合が月曜日にハノイで開幕した。", "ja"),
        ("아세안 고위관리회의가 월요일 하노이에서 개막했다고 밝혔다.", "ko"),
        ("การประชุมเจ้าหน้าที่อาวุโสอาเซียนเปิดขึ้นที่กรุงฮานอยเมื่อวันจันทร์", "th"),
        ("កិច្ចប្រជុំមន្ត្រីជាន់ខ្ពស់អាស៊ានបានបើកនៅភ្នំពេញ", "km"),
        ("ກອງປະຊຸມເຈົ້າໜ້າທີ່ອາວຸໂສອາຊຽນໄດ້ເປີດຂຶ້ນທີ່ວຽງຈັນ", "lo"),
        ("အာဆီယံအဆင့်မြင့်အရာရှိများအစည်းအဝေးကိုရန်ကုန်တွင်ဖွင့်လှစ်ခဲ့သည်", "my"),
        ("La réunion des hauts fonctionnaires de l’ASEAN s’est ouverte lundi à Hanoï.", "fr"),
    ],
)  # fmt: skip
def test_the_language_is_that_of_the_text(text: str, language: str) -> None:
    assert find_language(text, stated="xx") == language


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        ("", "vi-VN", "vi"),
        ("SOM", "en_US", "en"),
        ("SOM", None, None),
        ("SOM", " ", None),
        ("Pertemuan Pejabat Senior ASEAN dibuka di Jakarta pada hari Senin.", "ms-MY", "ms"),
        ("The ASEAN Senior Officials’ Meeting opened in the capital on Monday.", "vi", "en"),
        ("Para pegawai yang hadir dan menteri dari negara itu telah bersetuju.", "ms", "ms"),
        ("Pertemuan Pejabat Senior ASEAN dibuka di Jakarta pada hari Senin kemarin.", "en", "id"),
    ],
)
def test_what_the_page_states_counts_for_short_texts_and_twins_only(
    text: str, stated: str | None, language: str | None
) -> None:
    assert find_language(text, stated=stated) == language


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (QUOTING, None, "en"),
        ("Para menteri yang hadir di Jakarta sepakat untuk bekerja sama.", "id", "id"),
        ("Para menteri yang hadir di Jakarta sepakat untuk bekerja sama.", None, None),
        ("Los ministros que asistieron a la reunión de Hanói acordaron cooperar.", "es", None),
        ("De ministers die in Hanoi bijeenkwamen, waren het eens over samenwerking.", "nl", None),
        ("", "id", None),
    ],
)
def test_small_words_tell_english_and_what_is_declared_malay(
    text: str, declared: str | None, language: str | None
) -> None:
    assert find_by_words(text, declared) == language


@pytest.mark.parametrize(
    "text", ["", "Straßburg über Ærø", "Čeština řeší žluť", "国際会議", "Đorđe"]
)
def test_letters_of_many_languages_decide_nothing(text: str) -> None:
    assert find_by_letters(text + " and a longer run of plain letters behind them") is None
