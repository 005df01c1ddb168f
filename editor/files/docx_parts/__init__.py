"""What a docx holds beside its main text: the census of objects, the texts of other parts."""
