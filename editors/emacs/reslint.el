;;; reslint.el --- Citations of ITU resolutions, checked while you write  -*- lexical-binding: t -*-

;; Emacs 29 or newer has eglot; older ones get it with M-x package-install RET eglot.
;; Put this into your init file, or load it from there.  It needs the program `reslint' on PATH, with its part
;; for editors: pip install reslint-VERSION-py3-none-any.whl[server].

(require 'eglot)

(defvar reslint-trusted nil
  "Non-nil if rules that the settings of a project name, which are code, may be run.
Emacs 30 or newer knows that by itself: see `trusted-content'.")

(defun reslint-contact (&rest _)
  "The program to speak with, and whether the project is trusted."
  (let ((trusted (or reslint-trusted (and (fboundp 'trusted-content-p) (trusted-content-p)))))
    (list "reslint" "server" :initializationOptions (list :trusted (if trusted t :json-false)))))

(add-to-list 'eglot-server-programs '((text-mode markdown-mode) . reslint-contact))

(add-hook 'text-mode-hook
          (lambda ()
            ;; Only drafts: other modes are made from this one, as that of commit messages.
            (when (and buffer-file-name (memq major-mode '(text-mode markdown-mode)))
              (eglot-ensure))))

(provide 'reslint)

;;; reslint.el ends here
