;;; drive.el --- Types into Emacs, and tells in JSON what is seen  -*- lexical-binding: t -*-

;; The folder of drafts is the current one.

(require 'json)
(require 'flymake)

(setq eglot-connect-timeout 120
      jsonrpc-default-request-timeout 120) ; seconds, on a machine with other things to do

(defun drive-until (seen)
  "Wait until SEEN gives something, and return it."
  (let ((end (+ (float-time) 120)) found)
    (while (not (setq found (funcall seen)))
      (when (> (float-time) end) (error "Nothing came"))
      (accept-process-output nil 0.02))
    found))

(defun drive-open (name)
  "Visit the file NAME, and let Emacs do what it does between two commands."
  (find-file name)
  (run-hooks 'post-command-hook)
  (drive-until #'eglot-managed-p))

(defun drive-shown ()
  "The words under which each diagnostic stands, as a vector."
  (flymake-start)
  (vconcat (mapcar (lambda (one) (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))
                   (flymake-diagnostics))))

(defun drive-shown-when (many)
  "What is shown as soon as there are so MANY diagnostics."
  (eglot--signal-textDocument/didChange) ; as Emacs does when nobody types for a moment, for which this one has no time
  (drive-until (lambda () (let ((shown (drive-shown))) (and (= (length shown) many) shown)))))

(defun drive-tell (name value)
  "Print the VALUE of NAME on a line of its own."
  (princ (concat (json-encode (list (cons name value))) "\n")))

(defun drive-text ()
  "The text of the draft."
  (buffer-substring-no-properties (point-min) (point-max)))

;; A draft in plain text, and what stands behind an emoji in it.
(drive-open "a.txt")
(drive-tell 'shown (drive-shown-when 1))
(drive-tell 'message (flymake-diagnostic-text (car (flymake-diagnostics))))

;; The quick fix that is preferred, as Return chooses it.
(goto-char (point-min))
(search-forward "Dubai")
(cl-letf (((symbol-function 'completing-read) (lambda (&rest given) (nth 6 given)))
          (last-nonmenu-event t))
  (call-interactively #'eglot-code-actions))
(drive-tell 'mended (drive-text))
(drive-tell 'cleared (drive-shown-when 0))

;; Typing.
(goto-char (point-max))
(insert "Resolution 140 (Rev. Busan, 2014) of the Plenipotentiary Conference\n")
(drive-tell 'typed (drive-shown-when 1))

;; Completion.
(goto-char (point-max))
(insert "\nPlenipotentiary Conference Resolution 71 (")
(let* ((capf (eglot-completion-at-point))
       (offered (all-completions "" (nth 2 capf))))
  (drive-tell 'offered (vconcat (mapcar #'substring-no-properties offered))))

;; A draft in Markdown is served by the same server.
(drive-open "b.md")
(drive-tell 'markdown (drive-shown-when 1))
(drive-tell 'servers (length (apply #'append (hash-table-values eglot--servers-by-project))))
(eglot-shutdown-all)

;;; drive.el ends here
