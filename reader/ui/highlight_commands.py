# SPDX-License-Identifier: MIT
"""What a person does with highlights of the article that is open: mark, recolour, annotate, delete."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.core.theme import Theme

from .application_style import ApplicationStyle
from .detail_view import DetailView, Shown
from .highlight_layer import DrawnMark, HighlightLayer, Passage
from .highlight_popup import HighlightPopup
from .icons import Icons
from .library_feed import LibraryFeed
from .page_text import PageText
from .state_changes import StateNews

if TYPE_CHECKING:
    from reader.core.library import Library
    from reader.core.settings.anchoring import Selector
    from reader.core.settings.highlights import Anchored, Highlight, Highlights

    from .state_history import TakenBack

Undo = Callable[["Highlights"], object]
Tags = tuple[str, ...]
_REVEAL_MS = 400


class HighlightCommands(QObject):
    """Joins the page, the bar beside a passage, and the store of highlights."""

    marks_changed = Signal(object)  # Anchored of the page that is shown, in the order of the text
    search_asked = Signal(str)
    said = Signal(str)  # one sentence for the status line

    def __init__(
        self, detail: DetailView, feed: LibraryFeed, style: ApplicationStyle, icons: Icons, pane: QWidget
    ) -> None:
        super().__init__(pane)
        self._detail, self._feed, self._style, self._pane = detail, feed, style, pane
        self.layer = HighlightLayer(detail.view, self)
        self.popup = HighlightPopup(style.theme, icons, detail)
        self._marks: dict[str, Anchored] = {}
        self._text: PageText | None = None
        self._passage: Passage | None = None
        self._painted: Path | None = None  # where passages are selected; the next article may be on its way
        self._by_keys = False  # what is selected is a paragraph, by keyboard
        self._open_mark = ""
        self._colour = "yellow"  # the last one chosen
        self._wanted = ""  # a highlight to be shown once its article stands
        self._page = 0
        self._revealing = QDeadlineTimer()  # the page scrolls because we asked it to
        self._connect()

    # ---- what the window tells

    def page_painted(self) -> None:
        """An article stands in the view: draw its highlights, if it has any."""
        self._page += 1
        self._text, self._passage, self._open_mark = None, None, ""
        self.popup.hide()
        self.layer.attend()
        path = self._painted = self._path()
        if path is None:
            self._take(())
            return
        self._load(self._page, path)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of the bar."""
        self.popup.set_theme(theme)

    # ---- what a person asks for

    def highlight(self) -> None:
        """Mark what is selected; where nothing is, select the paragraph that is being read."""
        if self._passage is not None and self._painted is not None:
            self._add(self._painted, self._passage, self._colour)
        elif self._path() is not None:
            self.layer.select_paragraph(self._on_paragraph)

    def annotate(self) -> None:
        """Write a note to the highlight that is open, or to what is selected, which is marked then."""
        if self._open_mark in self._marks:
            self._edit_note(self._marks[self._open_mark].highlight)
        elif self._path() is None:
            return
        elif self._passage is not None and self._painted is not None:
            self._annotate_new(self._passage, self._painted, self._colour)
        else:
            self.layer.select_paragraph(self._on_paragraph)

    def delete(self, identity: str) -> None:
        """Take a highlight away; `undo` brings it back."""
        self._change(
            lambda kept: kept.delete(identity),
            undo=lambda kept: kept.restore(identity),
            done=self.tr("Highlight deleted."),
        )

    def reattach(self, identity: str) -> None:
        """Give a highlight whose words are gone the passage that is selected."""
        passage, lost = self._passage, self._marks.get(identity)
        if lost is None:
            return
        if passage is None:
            self.said.emit(self.tr("Select its new words in the article first, then attach it."))
            return
        before = lost.highlight.selector
        self.popup.hide()
        self.layer.unselect()
        self._passage = None

        def attach(text: PageText) -> None:
            def work(kept: Highlights) -> Highlight:
                return kept.reattach(identity, _selector(passage, text))

            done = self.tr("Highlight attached.")
            self._ask(work, lambda _mark: self._changed(lambda kept: kept.reattach(identity, before), done))

        self._with_text(attach)

    def edit(self, identity: str) -> None:
        """Open the note of a highlight."""
        if identity in self._marks:
            self._edit_note(self._marks[identity].highlight)

    def edit_note(self, mark: Highlight) -> None:
        """Open the note of any highlight of the library."""
        self._edit_note(mark)

    def go_to(self, path: Path, identity: str) -> bool:
        """Bring a highlight into view; False where its article has to be opened first."""
        self._wanted = identity
        if self._path() == path and identity in self._marks:
            self._reveal_wanted()
            return True
        return False

    # ---- slots

    def _connect(self) -> None:
        layer, popup = self.layer, self.popup
        layer.passage_selected.connect(self._on_passage)
        layer.mark_clicked.connect(self._on_clicked)
        layer.moved.connect(self._on_moved)
        popup.colour_chosen.connect(self._on_colour)
        popup.note_asked.connect(self.annotate)
        popup.copy_asked.connect(self._copy)
        popup.search_asked.connect(self._search)
        popup.delete_asked.connect(self._delete_open)
        popup.step_asked.connect(lambda backwards: layer.step(backwards, self._on_paragraph))
        popup.closed.connect(layer.point_out)
        self._feed.marked_elsewhere.connect(self._load_anew)

    def _on_paragraph(self, passage: Passage | None) -> None:
        """By keyboard: another one may follow it."""
        self._passage, self._by_keys = passage, True
        self._on_passage(passage)

    def _on_passage(self, passage: Passage | None) -> None:
        before, self._passage = self._passage, passage
        if passage is None or before is None or (passage.start, passage.end) != (before.start, before.end):
            self._by_keys = False
        if passage is not None and self._path() is not None:
            self._open_mark = ""
            self.layer.point_out()
            self.popup.open_at(self._in_detail(passage.box), steps=self._by_keys)
        elif not self._open_mark:
            self.popup.hide()

    def _on_clicked(self, ids: tuple[str, ...], box: QRect) -> None:
        known = [identity for identity in ids if identity in self._marks]
        if self._passage is not None:
            return
        if not known:
            self._leave_mark()
            return
        at = known.index(self._open_mark) + 1 if self._open_mark in known else 0
        self._open(known[at % len(known)], box, among=len(known))

    def _on_moved(self) -> None:
        if self._revealing.hasExpired():
            self._leave_mark()

    def _leave_mark(self) -> None:
        self._open_mark = ""
        self.popup.hide()

    def _on_colour(self, colour: str) -> None:
        self._colour = colour
        if self._open_mark in self._marks:
            self._recolour(self._marks[self._open_mark].highlight, colour)
        elif self._passage is not None and self._painted is not None:
            self._add(self._painted, self._passage, colour)
        self.popup.hide()
        self._detail.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete_open(self) -> None:
        self.popup.hide()
        self.delete(self._open_mark)

    def _copy(self) -> None:
        text = self._words()
        if text:
            QGuiApplication.clipboard().setText(text)
            self.said.emit(self.tr("Copied."))
        self.popup.hide()

    def _search(self) -> None:
        self.popup.hide()
        words = " ".join(self._words().split())
        if words:
            self.search_asked.emit(words[:120])

    # ---- changes

    def _add(self, path: Path, passage: Passage, colour: str, note: str = "", tags: Tags = ()) -> None:
        """Mark a passage that was selected in `path`, whatever is shown by now."""
        self.popup.hide()
        if path == self._path():
            self.layer.unselect()
        self._passage = None

        def keep(text: PageText | None) -> None:
            same = self._mark_of(passage, text) if path == self._path() and not (note or tags) else None
            if same is not None:  # marked already: one is enough
                self._recolour(same, colour)
                return

            def work(kept: Highlights) -> Highlight:
                selector = _selector(passage, text)
                return kept.add(path, selector, colour=colour, note=note, tags=tags)

            def failed() -> None:
                if note or tags:
                    self._annotate_new(passage, path, colour, note, tags, unsaved=True)

            self._ask(work, lambda mark: self._changed(lambda kept: kept.delete(mark.id)), failed)

        if path == self._path():
            self._with_text(keep, lambda: keep(None))
        else:
            keep(None)

    def _mark_of(self, passage: Passage, text: PageText | None) -> Highlight | None:
        """The highlight of exactly this passage, if there is one; of several the one that is seen."""
        if text is None:
            return None
        span = text.to_offset(passage.start), text.to_offset(passage.end)
        found = [one.highlight for one in self._marks.values() if one.span == span]
        return max(found, key=lambda mark: mark.created_at, default=None)

    def _recolour(self, mark: Highlight, colour: str) -> None:
        if colour != mark.colour:
            self._change(
                lambda kept: kept.change(mark.id, colour=colour),
                undo=lambda kept: kept.change(mark.id, colour=mark.colour),
            )

    def _edit_note(self, mark: Highlight) -> None:
        self._open_editor(mark.selector.exact, mark.note, mark.tags, partial(self._write_note, mark))

    def _write_note(self, mark: Highlight, note: str, tags: Tags) -> None:
        if (note, set(tags)) == (mark.note, set(mark.tags)):
            return
        again = partial(self._write_note, mark)
        self._change(
            lambda kept: kept.change(mark.id, note=note, tags=tags),
            undo=lambda kept: kept.change(mark.id, note=mark.note, tags=mark.tags),
            on_failed=lambda: self._open_editor(mark.selector.exact, note, tags, again, unsaved=True),
        )

    def _annotate_new(
        self,
        passage: Passage,
        path: Path,
        colour: str,
        note: str = "",
        tags: Tags = (),
        *,
        unsaved: bool = False,
    ) -> None:
        self._open_editor(passage.text, note, tags, partial(self._add, path, passage, colour), unsaved)
        if path == self._path():
            self._with_text(lambda _text: None)  # at hand, also where the window is made to close meanwhile

    def _open_editor(
        self, words: str, note: str, tags: Tags, on_done: Callable[[str, Tags], None], unsaved: bool = False
    ) -> None:
        """`unsaved`: what was written could not be kept, and is not lost for that."""
        from .note_editor import NoteEditor

        self.popup.hide()
        editor = NoteEditor(words, note, tags, self._style, self._pane.window(), unsaved=unsaved)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.accepted.connect(lambda: on_done(editor.note, editor.tags))
        editor.open()

    def _change(
        self, work: Undo, undo: Undo, done: str = "", on_failed: Callable[[], object] = lambda: None
    ) -> None:
        self._ask(work, lambda _done: self._changed(undo, done), on_failed)

    def _changed(self, undo: Undo, done: str = "") -> None:
        def undone(told: TakenBack) -> None:
            self._load_everywhere()
            told("")

        self._feed.history.note(
            lambda told, failed: self._ask(undo, lambda _done: undone(told), failed), done=done
        )
        self._load_everywhere()

    def _load_everywhere(self) -> None:
        self._load_anew()
        self._feed.told.emit(StateNews(changed=frozenset({"marks"})))

    def _load_anew(self) -> None:
        path = self._path()
        if path is not None:
            self._load(self._page, path)
        else:
            self.marks_changed.emit(())

    # ---- loading and drawing

    def _load(self, page: int, path: Path) -> None:
        def known(marks: tuple[Highlight, ...]) -> None:
            if page != self._page:
                return
            if marks:
                self._with_text(lambda text: self._anchor(page, path, text))
            else:
                self._take(())

        self._ask(lambda kept: kept.of(path), known)

    def _anchor(self, page: int, path: Path, text: PageText) -> None:
        def found(anchored: tuple[Anchored, ...]) -> None:
            if page == self._page:
                self._take(anchored)
                self._reveal_wanted()

        self._ask(lambda kept: kept.anchor(path, text.text), found)

    def _take(self, anchored: tuple[Anchored, ...]) -> None:
        had = bool(self._marks)
        self._marks = {one.highlight.id: one for one in anchored}
        if self._text is not None and (had or anchored):
            self.layer.draw(_drawn(anchored), self._text)
        self.marks_changed.emit(anchored)

    def _reveal_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if wanted in self._marks:
            self._revealing.setRemainingTime(_REVEAL_MS)
            self.layer.reveal(wanted, lambda box: self._open(wanted, box))

    def _open(self, identity: str, box: QRect, among: int = 1) -> None:
        found = self._marks.get(identity)
        if found is not None:
            self._open_mark = identity
            self.layer.point_out(identity)
            self.popup.open_at(self._in_detail(box), mark=found.highlight, among=among)

    def _with_text(self, use: Callable[[PageText], object], gone: Callable[[], object] | None = None) -> None:
        """Use the text of the page; `gone`: what to do where another page came meanwhile."""
        if self._text is not None:
            use(self._text)
            return
        page = self._page

        def read(text: PageText) -> None:
            if page == self._page:
                self._text = text
                use(text)
            elif gone is not None:
                gone()

        self.layer.read_text(read)

    def _ask(
        self,
        work: Callable[[Highlights], object],
        on_done: Callable[..., object],
        on_failed: Callable[[], object] = lambda: None,
    ) -> None:
        def consult(library: Library) -> object:
            return work(library.states.highlights)

        self._feed.consult(consult, on_done, on_failed)

    def _words(self) -> str:
        if self._open_mark in self._marks:
            return self._marks[self._open_mark].highlight.selector.exact
        return self._passage.text if self._passage is not None else ""

    def _path(self) -> Path | None:
        state = self._detail.state
        return state.path if state.shown is Shown.ARTICLE else None

    def _in_detail(self, box: QRect) -> QRect:
        return box.translated(self._detail.view.mapTo(self._detail, QPoint(0, 0)))


def _selector(passage: Passage, text: PageText | None) -> Selector:
    """Where a passage stands; by its words alone where the text is not at hand or was changed since."""
    from reader.core.settings.anchoring import Selector, select

    if text is not None:
        start, end = text.to_offset(passage.start), text.to_offset(passage.end)
        if text.text[start:end] == passage.text:
            return select(text.text, text.text, start, end, passage.path)
    return Selector(passage.text, path=passage.path)


def _drawn(anchored: tuple[Anchored, ...]) -> list[DrawnMark]:
    by_age = sorted(anchored, key=lambda one: one.highlight.created_at)
    return [
        DrawnMark(one.highlight.id, *one.span, one.highlight.colour, bool(one.highlight.note))
        for one in by_age
        if one.span is not None
    ]
