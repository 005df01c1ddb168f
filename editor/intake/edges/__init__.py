"""What stands before, behind and between speeches: judged by its place and what adds up."""
